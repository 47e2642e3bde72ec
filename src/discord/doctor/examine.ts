import { REST } from 'discord.js'
import { type Finding, finding } from '../../doctor/finding.ts'
import { lookAtDatabase } from '../../doctor/look-database.ts'
import { lookAtKeys } from '../../doctor/look-keys.ts'
import { lookAtHouses, lookAtPolicy } from '../../doctor/look-policy.ts'
import { lookAtRunning } from '../../doctor/look-running.ts'
import type { HealthAddress } from '../../health/address.ts'
import { createTexts, type Texts } from '../../texts/texts.ts'
import { lookAtApplication } from './application.ts'
import { fetchServer, lookAtServer } from './server.ts'

/** What the bot would be started with. */
export interface Examined {
  readonly token: string | undefined
  readonly api: string
  readonly databaseUrl: string
  readonly keyFolder: string
  readonly policyFolder: string
  readonly health: HealthAddress | undefined
  /** `20.19.0`, as the process has it. */
  readonly node: string
  readonly now: () => Date
}

/** The oldest Node that the bot runs on (package.json, engines). */
const NODE = [20, 19] as const
/** Of a bot in many servers the first ones are looked at. */
const MOST_SERVERS = 25

function lookAtNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const enough = major > NODE[0] || (major === NODE[0] && minor >= NODE[1])
  return finding('node', enough ? 'ok' : 'fault', enough ? 'doctor.node.ok' : 'doctor.node.old', {
    version,
    wanted: NODE.join('.'),
  })
}

/** One look that breaks does not hide the others. Its fault is told without what it says, which may quote anything. */
async function guarded(
  check: Finding['check'],
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look()
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error
    return [finding(check, 'fault', 'doctor.broken', { check, kind })]
  }
}

/**
 * Looks at everything that the bot needs, and changes nothing: not on Discord, not in the database. Works beside a bot
 * that runs.
 */
export async function examine(
  what: Examined,
): Promise<{ readonly findings: readonly Finding[]; readonly texts: Texts }> {
  const found: Finding[] = [lookAtNode(what.node)]
  const agreed = await lookAtPolicy(what.policyFolder, what.now())
  const { policy } = agreed
  found.push(...agreed.findings)
  const own = await lookAtHouses(what.policyFolder, what.now())
  found.push(...own.flatMap(({ findings }) => findings))
  const language = policy?.house.languages[0] ?? 'nl'
  const texts = createTexts(language, policy?.texts[language])
  found.push(...(await guarded('database', () => lookAtDatabase(what.databaseUrl))))
  found.push(...(await guarded('keys', () => lookAtKeys(what.keyFolder, what.databaseUrl))))
  found.push(...(await guarded('running', () => lookAtRunning(what.health))))
  const { token, api } = what
  if (token === undefined)
    return { findings: [...found, finding('token', 'fault', 'doctor.token.none')], texts }
  const rest = new REST({ api, retries: 1, timeout: 10_000 }).setToken(token)
  const ways = [policy, ...own.map((each) => each.policy)].flatMap((each) => each?.house.reading.way ?? [])
  const application = await lookAtApplication(rest, ways.includes('full') ? 'full' : ways[0], what.now)
  found.push(...application.findings)
  const { me, servers } = application
  if (me === undefined || policy === undefined) return { findings: found, texts }
  for (const { house } of own)
    if (house !== undefined && !servers.some(({ id }) => id === house))
      found.push(finding('policy', 'note', 'doctor.policy.not-there', { server: house }))
  for (const { id } of servers.slice(0, MOST_SERVERS)) {
    const mine = own.find(({ house }) => house === id)
    const agreedThere = mine === undefined ? policy : mine.policy
    // What is wrong with its folder was told above.
    if (agreedThere === undefined) continue
    found.push(
      ...(await guarded('servers', async () =>
        lookAtServer(await fetchServer(api, token, me, id), agreedThere, texts),
      )),
    )
  }
  return { findings: found, texts }
}
