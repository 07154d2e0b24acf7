/** ZCL status codes (ZCL revision 8, table 2-12) that these devices use. */
export const zclStatus = {
  success: 0x00,
  failure: 0x01,
  malformedCommand: 0x80,
  unsupportedCommand: 0x81,
  unsupportedGeneralCommand: 0x82,
  unsupportedManufacturerCommand: 0x83,
  invalidField: 0x85,
  unsupportedAttribute: 0x86,
  invalidValue: 0x87,
  readOnly: 0x88,
  insufficientSpace: 0x89,
  duplicate: 0x8a,
  notFound: 0x8b,
  unreportableAttribute: 0x8c,
  invalidDataType: 0x8d,
  unsupportedCluster: 0xc3,
} as const
