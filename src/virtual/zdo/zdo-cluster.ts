/** Requests of the Zigbee device profile; an answer has the request's number with the top bit set. */
export const zdoRequest = {
  nwkAddress: 0x0000,
  ieeeAddress: 0x0001,
  nodeDescriptor: 0x0002,
  powerDescriptor: 0x0003,
  simpleDescriptor: 0x0004,
  activeEndpoints: 0x0005,
  matchDescriptors: 0x0006,
  complexDescriptor: 0x0010,
  userDescriptor: 0x0011,
  deviceAnnounce: 0x0013,
  serverDiscovery: 0x0015,
  parentAnnounce: 0x001f,
  bind: 0x0021,
  unbind: 0x0022,
  networkDiscovery: 0x0030,
  lqiTable: 0x0031,
  routingTable: 0x0032,
  bindingTable: 0x0033,
  leave: 0x0034,
  permitJoin: 0x0036,
  networkUpdate: 0x0038,
} as const

export const zdoResponseFlag = 0x8000

/** Status codes of the device profile (Zigbee specification, table 2-129). */
export const zdoStatus = {
  success: 0x00,
  invalidRequestType: 0x80,
  deviceNotFound: 0x81,
  invalidEndpoint: 0x82,
  notActive: 0x83,
  notSupported: 0x84,
  noMatch: 0x86,
  noEntry: 0x88,
  tableFull: 0x8c,
} as const
