import {
  ApplicationFlagsBitField,
  DiscordAPIError,
  HTTPError,
  type REST,
  RESTEvents,
  Routes,
} from 'discord.js'
import type { APIApplication, APIUser, RESTAPIPartialCurrentUserGuild } from 'discord.js'
import { type Finding, finding } from '../../doctor/finding.ts'
import type { Policy } from '../../policy/schema.ts'

/** What Discord says of the bot itself. */
export interface Application {
  readonly me: APIUser | undefined
  readonly servers: readonly { readonly id: string; readonly name: string }[]
  readonly findings: readonly Finding[]
}

/** The clock of this machine may differ by this much: more, and times on cards are wrong. */
const CLOCK_MS = 2 * 60_000
/** Discord's longest page of servers. */
const PAGE = 200

const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlagsBitField.Flags

function intentsOf(flags: number, way: Policy['house']['reading']['way'] | undefined): Finding {
  const on = (flags & (GatewayMessageContent | GatewayMessageContentLimited)) !== 0
  if (way === 'full')
    return finding('intents', on ? 'ok' : 'fault', on ? 'doctor.intents.ok' : 'doctor.intents.off')
  // What is on and not needed lets the bot see more than the house agreed on.
  if (way === 'reports' && on) return finding('intents', 'note', 'doctor.intents.not-needed')
  return finding('intents', 'ok', 'doctor.intents.none')
}

const whyNot = (error: unknown): Finding => {
  if (error instanceof DiscordAPIError && error.status === 401)
    return finding('token', 'fault', 'doctor.token.refused')
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return finding('token', 'fault', 'doctor.token.status', { status: error.status })
  return finding('token', 'fault', 'doctor.token.offline')
}

/** All servers that the bot is in, page by page. */
async function serversOf(rest: REST): Promise<RESTAPIPartialCurrentUserGuild[]> {
  const all: RESTAPIPartialCurrentUserGuild[] = []
  for (;;) {
    const after = all.at(-1)?.id
    const query = new URLSearchParams({ limit: String(PAGE), ...(after === undefined ? {} : { after }) })
    const page = (await rest.get(Routes.userGuilds(), { query })) as RESTAPIPartialCurrentUserGuild[]
    all.push(...page)
    if (page.length < PAGE) return all
  }
}

/** Asks Discord about the bot: its token, its intents, its servers, and what time it is there. Nothing is changed. */
export async function lookAtApplication(
  rest: REST,
  way: Policy['house']['reading']['way'] | undefined,
  now: () => Date,
): Promise<Application> {
  let apart: number | undefined
  rest.on(RESTEvents.Response, (_request, { headers }) => {
    const there = Date.parse(headers.get('date') ?? '')
    if (Number.isFinite(there)) apart = now().getTime() - there
  })
  try {
    const me = (await rest.get(Routes.user())) as APIUser
    const application = (await rest.get(Routes.currentApplication())) as APIApplication
    const servers = await serversOf(rest)
    const minutes = Math.round(Math.abs(apart ?? 0) / 60_000)
    return {
      me,
      servers,
      findings: [
        finding('token', 'ok', 'doctor.token.ok', { name: me.username }),
        intentsOf(application.flags, way),
        servers.length === 0
          ? finding('servers', 'fault', 'doctor.servers.none')
          : finding('servers', 'ok', 'doctor.servers.ok', {
              names: servers
                .slice(0, 10)
                .map(({ name }) => name)
                .join(', '),
              count: servers.length,
            }),
        Math.abs(apart ?? 0) > CLOCK_MS
          ? finding('clock', 'fault', 'doctor.clock.wrong', { minutes })
          : finding('clock', 'ok', 'doctor.clock.ok'),
      ],
    }
  } catch (error) {
    return { me: undefined, servers: [], findings: [whyNot(error)] }
  }
}
