import type { SimpleDescriptor } from '../zdo/zdo-server.ts'

/** Endpoints that the client registered, and the groups it put them into. Gone after a reset. */
export class CoordinatorEndpoints {
  readonly registered = new Map<number, SimpleDescriptor>()
  /** Endpoint and group, with the group's name. */
  readonly groups = new Map<string, { endpoint: number; group: number; name: Buffer }>()

  clear(): void {
    this.registered.clear()
    this.groups.clear()
  }

  inGroup(group: number): number[] {
    return [...this.groups.values()].filter((entry) => entry.group === group).map((entry) => entry.endpoint)
  }

  find(endpoint: number, group: number): { name: Buffer } | null {
    return this.groups.get(`${endpoint}/${group}`) ?? null
  }

  join(endpoint: number, group: number, name: Buffer): void {
    this.groups.set(`${endpoint}/${group}`, { endpoint, group, name })
  }

  leave(endpoint: number, group: number): boolean {
    return this.groups.delete(`${endpoint}/${group}`)
  }
}
