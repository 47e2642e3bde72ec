import { REST } from 'discord.js'

const AS_GOOD_AS_ANY = 100_000

/**
 * Lets every client of this process ask as often as it likes: thousands of houses are open within a minute then, which
 * at the pace that Discord wants takes most of an hour. For measuring what the bot holds afterwards, never how long it took.
 */
export function hurry(): void {
  const prototype = REST.prototype as unknown as { setToken: (this: REST, token: string) => REST }
  const { setToken } = prototype
  prototype.setToken = function (token) {
    this.options.globalRequestsPerSecond = AS_GOOD_AS_ANY
    this.globalRemaining = AS_GOOD_AS_ANY
    return setToken.call(this, token)
  }
}
