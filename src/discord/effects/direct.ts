import { type APIDMChannel, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'

/** Opens the direct-message channel with a person; opening it again gives the same one. */
export async function directChannel(rest: REST, userId: string): Promise<string> {
  const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIDMChannel
  return channel.id
}

/** Cannot send messages to this user: without a server in common Discord has a code of its own (50278). */
const NO_COMMON_SERVER = 50_278

/** Whether that person takes no direct messages from us, or is not there any more. */
export const takesNone = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.CannotSendMessagesToThisUser ||
    error.code === RESTJSONErrorCodes.UnknownUser ||
    error.code === NO_COMMON_SERVER)
