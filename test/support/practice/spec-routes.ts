/**
 * Names of schemas of `discord-api-spec`: one, several of which one must fit ('A | B'), or in brackets the items
 * of a list.
 */
export type Shape = string | readonly [string]

export interface SpecRoute {
  readonly method: string
  readonly path: string
  readonly pattern: RegExp
  readonly body?: Shape
  readonly answer?: Shape
}

const channel = 'GuildChannelResponse | PrivateChannelResponse | ThreadResponse'
const command = 'ApplicationCommandResponse'
const callbacks = [
  'ApplicationCommandAutocompleteCallbackRequest',
  'CreateMessageInteractionCallbackRequest',
  'ModalInteractionCallbackRequest',
  'UpdateMessageInteractionCallbackRequest',
].join(' | ')

const autoModKinds = ['Keyword', 'MLSpam', 'DefaultKeywordList', 'MentionSpam', 'UserProfile']
const autoModCreate = autoModKinds.map((kind) => `${kind}UpsertRequest`).join(' | ')
const autoModChange = autoModKinds.map((kind) => `${kind}UpsertRequestPartial`).join(' | ')
/** A rule of AutoMod, as REST and the gateway send it. */
export const autoModRule = [
  'KeywordRule',
  'MLSpamRule',
  'DefaultKeywordRule',
  'MentionSpamRule',
  'UserProfileRule',
]
  .map((kind) => `${kind}Response`)
  .join(' | ')

const webhook = 'GuildIncomingWebhookResponse'
const commandPermissions = 'CommandPermissionsResponse'

/** A body that the published description writes out in its place, without a schema that could be checked. */
export const inPlace = '(in place)'

/** Which schema the published description has for which request and answer. */
const table: readonly (readonly [string, string, Shape | undefined, Shape | undefined])[] = [
  ['GET', '/gateway', undefined, 'GatewayResponse'],
  ['GET', '/gateway/bot', undefined, 'GatewayBotResponse'],
  ['GET', '/users/@me', undefined, 'UserPIIResponse'],
  ['GET', '/users/@me/guilds', undefined, ['MyGuildResponse']],
  ['POST', '/users/@me/channels', 'CreatePrivateChannelRequest', 'PrivateChannelResponse'],
  ['GET', '/users/{id}', undefined, 'UserResponse'],
  ['GET', '/applications/@me', undefined, 'PrivateApplicationResponse'],
  ['GET', '/oauth2/applications/@me', undefined, 'PrivateApplicationResponse'],
  ['GET', '/applications/{id}/commands', undefined, [command]],
  ['PUT', '/applications/{id}/commands', ['ApplicationCommandUpdateRequest'], [command]],
  ['POST', '/applications/{id}/commands', 'ApplicationCommandCreateRequest', command],
  ['GET', '/applications/{id}/commands/{id}', undefined, command],
  ['DELETE', '/applications/{id}/commands/{id}', undefined, undefined],
  ['PATCH', '/applications/{id}/commands/{id}', 'ApplicationCommandPatchRequestPartial', command],
  ['GET', '/applications/{id}/guilds/{id}/commands', undefined, [command]],
  ['PUT', '/applications/{id}/guilds/{id}/commands', ['ApplicationCommandUpdateRequest'], [command]],
  ['POST', '/applications/{id}/guilds/{id}/commands', 'ApplicationCommandCreateRequest', command],
  ['GET', '/applications/{id}/guilds/{id}/commands/permissions', undefined, [commandPermissions]],
  ['GET', '/applications/{id}/guilds/{id}/commands/{id}/permissions', undefined, commandPermissions],
  ['PUT', '/applications/{id}/guilds/{id}/commands/{id}/permissions', inPlace, commandPermissions],
  ['GET', '/applications/{id}/guilds/{id}/commands/{id}', undefined, command],
  ['PATCH', '/applications/{id}/guilds/{id}/commands/{id}', 'ApplicationCommandPatchRequestPartial', command],
  ['DELETE', '/applications/{id}/guilds/{id}/commands/{id}', undefined, undefined],
  ['GET', '/guilds/{id}', undefined, 'GuildWithCountsResponse'],
  ['GET', '/guilds/{id}/channels', undefined, [channel]],
  ['POST', '/guilds/{id}/channels', 'CreateGuildChannelRequest', 'GuildChannelResponse'],
  ['PATCH', '/guilds/{id}/channels', inPlace, undefined],
  ['GET', '/guilds/{id}/audit-logs', undefined, 'GuildAuditLogResponse'],
  ['GET', '/guilds/{id}/webhooks', undefined, [webhook]],
  ['GET', '/guilds/{id}/bans', undefined, ['GuildBanResponse']],
  ['GET', '/guilds/{id}/bans/{id}', undefined, 'GuildBanResponse'],
  ['PUT', '/guilds/{id}/bans/{id}', 'BanUserFromGuildRequest', undefined],
  ['DELETE', '/guilds/{id}/bans/{id}', 'UnbanUserFromGuildRequest', undefined],
  ['POST', '/guilds/{id}/bulk-ban', 'BulkBanUsersRequest', 'BulkBanUsersResponse'],
  ['GET', '/guilds/{id}/roles', undefined, ['GuildRoleResponse']],
  ['POST', '/guilds/{id}/roles', 'CreateRoleRequest', 'GuildRoleResponse'],
  ['PATCH', '/guilds/{id}/roles', ['UpdateRolePositionsRequest'], ['GuildRoleResponse']],
  ['GET', '/guilds/{id}/roles/member-counts', undefined, inPlace],
  ['GET', '/guilds/{id}/roles/{id}', undefined, 'GuildRoleResponse'],
  ['PATCH', '/guilds/{id}/roles/{id}', 'UpdateRoleRequestPartial', 'GuildRoleResponse'],
  ['DELETE', '/guilds/{id}/roles/{id}', undefined, undefined],
  ['GET', '/guilds/{id}/members', undefined, ['GuildMemberResponse']],
  ['GET', '/guilds/{id}/members/search', undefined, ['GuildMemberResponse']],
  ['PATCH', '/guilds/{id}/members/{any}', inPlace, 'GuildMemberResponse'],
  ['DELETE', '/guilds/{id}/members/{id}', undefined, undefined],
  ['PUT', '/guilds/{id}/members/{id}/roles/{id}', undefined, undefined],
  ['DELETE', '/guilds/{id}/members/{id}/roles/{id}', undefined, undefined],
  ['GET', '/guilds/{id}/members/{id}', undefined, 'GuildMemberResponse'],
  ['GET', '/guilds/{id}/auto-moderation/rules', undefined, [autoModRule]],
  ['POST', '/guilds/{id}/auto-moderation/rules', autoModCreate, autoModRule],
  ['GET', '/guilds/{id}/auto-moderation/rules/{id}', undefined, autoModRule],
  ['PATCH', '/guilds/{id}/auto-moderation/rules/{id}', autoModChange, autoModRule],
  ['DELETE', '/guilds/{id}/auto-moderation/rules/{id}', undefined, undefined],
  ['GET', '/guilds/{id}/threads/active', undefined, 'ThreadsResponse'],
  ['GET', '/channels/{id}', undefined, channel],
  ['POST', '/channels/{id}/typing', undefined, 'TypingIndicatorResponse'],
  ['GET', '/channels/{id}/messages', undefined, ['MessageResponse']],
  ['POST', '/channels/{id}/messages', 'MessageCreateRequest', 'MessageResponse'],
  ['GET', '/channels/{id}/messages/pins', undefined, 'PinnedMessagesResponse'],
  ['PUT', '/channels/{id}/messages/pins/{id}', undefined, undefined],
  ['DELETE', '/channels/{id}/messages/pins/{id}', undefined, undefined],
  ['GET', '/channels/{id}/messages/{id}', undefined, 'MessageResponse'],
  ['PATCH', '/channels/{id}/messages/{id}', 'MessageEditRequestPartial', 'MessageResponse'],
  ['DELETE', '/channels/{id}/messages/{id}', undefined, undefined],
  ['POST', '/channels/{id}/messages/bulk-delete', inPlace, undefined],
  ['PUT', '/channels/{id}/permissions/{id}', inPlace, undefined],
  ['DELETE', '/channels/{id}/permissions/{id}', undefined, undefined],
  ['GET', '/channels/{id}/webhooks', undefined, [webhook]],
  ['POST', '/channels/{id}/webhooks', inPlace, webhook],
  ['GET', '/channels/{id}/threads/archived/public', undefined, 'ThreadsResponse'],
  ['GET', '/channels/{id}/threads/archived/private', undefined, 'ThreadsResponse'],
  ['GET', '/channels/{id}/users/@me/threads/archived/private', undefined, 'ThreadsResponse'],
  ['DELETE', '/channels/{id}/messages/{id}/reactions', undefined, undefined],
  ['GET', '/channels/{id}/pins', undefined, ['MessageResponse']],
  ['PUT', '/channels/{id}/pins/{id}', undefined, undefined],
  ['DELETE', '/channels/{id}/pins/{id}', undefined, undefined],
  ['GET', '/channels/{id}/messages/{id}/reactions/{any}', undefined, ['UserResponse']],
  ['PUT', '/channels/{id}/messages/{id}/reactions/{any}/@me', undefined, undefined],
  ['DELETE', '/channels/{id}/messages/{id}/reactions/{any}/@me', undefined, undefined],
  ['DELETE', '/channels/{id}/messages/{id}/reactions/{any}/{id}', undefined, undefined],
  ['DELETE', '/channels/{id}/messages/{id}/reactions/{any}', undefined, undefined],
  [
    'POST',
    '/channels/{id}/threads',
    'CreateTextThreadWithoutMessageRequest | CreateForumThreadRequest',
    'CreatedThreadResponse',
  ],
  ['POST', '/channels/{id}/messages/{id}/threads', 'CreateTextThreadWithMessageRequest', 'ThreadResponse'],
  ['PATCH', '/channels/{id}', 'UpdateThreadRequestPartial | UpdateGuildChannelRequestPartial', channel],
  ['DELETE', '/channels/{id}', undefined, channel],
  ['GET', '/channels/{id}/thread-members', undefined, ['ThreadMemberResponse']],
  ['GET', '/channels/{id}/thread-members/{any}', undefined, 'ThreadMemberResponse'],
  ['PUT', '/channels/{id}/thread-members/{any}', undefined, undefined],
  ['DELETE', '/channels/{id}/thread-members/{any}', undefined, undefined],
  ['POST', '/interactions/{id}/{any}/callback', callbacks, 'InteractionCallbackResponse'],
  ['GET', '/webhooks/{id}', undefined, webhook],
  ['PATCH', '/webhooks/{id}', inPlace, webhook],
  ['DELETE', '/webhooks/{id}', undefined, undefined],
  ['GET', '/webhooks/{id}/{any}', undefined, webhook],
  ['PATCH', '/webhooks/{id}/{any}', inPlace, webhook],
  ['DELETE', '/webhooks/{id}/{any}', undefined, undefined],
  ['POST', '/webhooks/{id}/{any}', 'IncomingWebhookRequestPartial', 'MessageResponse'],
  ['GET', '/webhooks/{id}/{any}/messages/{any}', undefined, 'MessageResponse'],
  ['PATCH', '/webhooks/{id}/{any}/messages/{any}', 'IncomingWebhookUpdateRequestPartial', 'MessageResponse'],
  ['DELETE', '/webhooks/{id}/{any}/messages/{any}', undefined, undefined],
]

/** The table, ready to be searched: the first that fits is the one. */
export const specRoutes: readonly SpecRoute[] = table.map(([method, path, body, answer]) => ({
  method,
  path,
  pattern: new RegExp(`^${path.replaceAll('{id}', String.raw`\d+`).replaceAll('{any}', '[^/]+')}$`),
  ...(body === undefined ? {} : { body }),
  ...(answer === undefined ? {} : { answer }),
}))
