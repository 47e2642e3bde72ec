import { Client } from 'discord.js'
import { moment } from '../child.ts'

type Emit = (this: Client, event: string, ...args: unknown[]) => boolean

/** Notes when the next client of this process is READY; the same for every bot, whatever it listens to. */
export function watchReady(): () => number {
  const prototype = Client.prototype as unknown as { emit: Emit }
  const { emit } = prototype
  let at = Number.NaN
  prototype.emit = function (event, ...args) {
    if (event === 'clientReady') {
      at = moment()
      prototype.emit = emit
    }
    return emit.call(this, event, ...args)
  }
  return () => at
}
