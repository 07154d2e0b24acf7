import type { Intent } from '../../src/contract/intent.ts'

export type SendIntent = (intent: Intent) => Promise<void>

/**
 * Sends intents so that a drag never queues up: of each fixture's drag at most one call is under way, only
 * the newest value waits behind it, and the last value, told as not steady, is always sent. Whether a call
 * succeeds is no matter here: what became of it shows in the picture.
 */
export class IntentSender {
  private readonly send: SendIntent
  private readonly underWay = new Set<string>()
  private readonly waiting = new Map<string, Intent>()

  constructor(send: SendIntent) {
    this.send = send
  }

  ask(intent: Intent): void {
    const drag = dragOf(intent)
    if (drag === null) void this.attempt(intent)
    else if (this.underWay.has(drag)) this.waiting.set(drag, intent)
    else void this.run(drag, intent)
  }

  private async run(drag: string, first: Intent): Promise<void> {
    this.underWay.add(drag)
    for (let next: Intent | undefined = first; next !== undefined; next = this.takeWaiting(drag)) {
      await this.attempt(next)
    }
    this.underWay.delete(drag)
  }

  private takeWaiting(drag: string): Intent | undefined {
    const intent = this.waiting.get(drag)
    this.waiting.delete(drag)
    return intent
  }

  private async attempt(intent: Intent): Promise<void> {
    try {
      await this.send(intent)
    } catch {
      // Shoppers never read an error. The showroom logs it, and the screen shows what the lamps are.
    }
  }
}

/** Which drag an intent belongs to; null for what is done by a tap. */
function dragOf(intent: Intent): string | null {
  switch (intent.kind) {
    case 'dim':
    case 'move-blind':
    case 'tint':
      return `${intent.kind} ${intent.room}/${intent.fixture}`
    case 'switch':
    case 'play-scene':
    case 'play-rule':
    case 'end-rule':
    case 'arrange':
    case 'show-code':
    case 'stay':
    case 'end-visit':
      return null
  }
}
