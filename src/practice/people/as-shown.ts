import type { Hub } from '../state/hub.ts'

const USER = /<@!?(\d+)>/g
const ROLE = /<@&(\d+)>/g
const CHANNEL = /<#(\d+)>/g
const COMMAND = /<\/([^:>]+):\d+>/g
const TIME = /<t:(\d+)(?::[tTdDfFR])?>/g

/**
 * Text as an app shows it: names where it holds ids (docs: Reference, Message Formatting). A moment is shown as its time
 * of day: what is relative ("5 minutes ago") would change under the eyes of who reads it.
 */
export function asShown(hub: Hub, text: string): string {
  const roles = [...hub.guilds.values()].flatMap((guild) => [...guild.roles.values()])
  return text
    .replaceAll(USER, (whole, id: string) => {
      const user = hub.users.get(id)
      return user === undefined ? whole : `@${user.globalName ?? user.username}`
    })
    .replaceAll(ROLE, (whole, id: string) => {
      const role = roles.find((one) => one.id === id)
      return role === undefined ? whole : `@${role.name}`
    })
    .replaceAll(CHANNEL, (whole, id: string) => {
      const channel = hub.channels.get(id)
      return channel === undefined ? whole : `#${channel.name}`
    })
    .replaceAll(COMMAND, (_, name: string) => `/${name}`)
    .replaceAll(TIME, (_, seconds: string) => new Date(Number(seconds) * 1_000).toISOString().slice(11, 16))
}
