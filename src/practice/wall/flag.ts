import { z } from 'zod'
import type { Desk } from '../../discord/desk.ts'
import type { Flag } from '../../generated/sqlite/client.ts'
import type { HouseId } from '../../house/id.ts'
import { type OtherAct, TEAM_FLAG_ACTS } from '../../queue/audit.ts'
import type { State } from '../../queue/row.ts'
import type { AuditAct } from '../../queue/step.ts'
import type { Category, Kind } from '../../screening/kinds.ts'
import { jsonObject, readJson } from '../../storage/json.ts'
import type { Texts } from '../../texts/texts.ts'
import type { FlagView } from './view.ts'
import type { Viewer } from './viewer.ts'

type Codes = Readonly<Record<string, string>>
const codesSchema = z.record(z.string(), z.string())

const STATES: Readonly<Record<State, string>> = {
  open: 'open, nog van niemand',
  claimed: 'opgenomen',
  awaiting: 'wacht op een tweede persoon',
  closed: 'afgesloten',
}

const SOURCES: Readonly<Record<string, string>> = {
  screening: 'Gevlagd: een regel vond iets',
  report: 'Gemeld door iemand',
  automod: 'Gevlagd door een filter van Discord',
}

const outcome = (codes: Codes, texts: Texts): string => {
  const code = codes['outcome']
  if (code === undefined) return ''
  const option = texts.t(`queue.outcome.${code}.option` as Parameters<Texts['t']>[0])
  return ` als “${option}”`
}

/** What a line of the audit says, for somebody of the team. */
const SAYS: { readonly [A in AuditAct]: (codes: Codes, texts: Texts) => string } = {
  raised: (codes) => SOURCES[codes['source'] ?? ''] ?? 'Gevlagd',
  joined: () => 'Nog een melding van hetzelfde bericht kwam erbij',
  counted: () => 'Een bericht dat hetzelfde zegt, werd erbij geteld',
  reopened: () => 'Opnieuw geopend',
  objected: () => 'De schrijver maakte bezwaar',
  withdrawn: () => 'Een melding werd ingetrokken',
  claimed: () => 'Opgenomen',
  passed: () => 'Aan een collega gegeven',
  released: () => 'Vrijgegeven',
  proposed: (codes, texts) => `Voorgesteld om af te sluiten${outcome(codes, texts)}`,
  closed: (codes, texts) => `Afgesloten${outcome(codes, texts)}`,
  confirmed: () => 'Bevestigd door een tweede persoon',
  undone: () => 'Teruggedraaid',
  overdue: () => 'Niemand keek op tijd als tweede mee',
  measured: () => 'Een maatregel die een mens koos',
  level: (codes) => `Niveau van ${codes['from'] ?? '?'} naar ${codes['to'] ?? '?'}`,
  shown: () => 'Gelezen met Toon; dat wordt opgeschreven',
  answered: () => 'De vragen die helpen werden beantwoord',
  recorded: () => 'Doorgegeven: opgeschreven',
  printed: () => 'Er werd een verslag van gemaakt',
  told: () => 'De schrijver kan lezen wat beslist werd',
  practised: () => 'In een oefening: er gebeurde niets echt',
}
const OTHERS: Readonly<Partial<Record<OtherAct, string>>> = {
  held: 'Wordt langer bewaard voor het gerecht',
  'hold-ended': 'Wordt niet langer bewaard voor het gerecht',
  received: 'Kreeg het van een collega',
  'line-sent': 'Er werd een hulplijn naar de schrijver gestuurd',
}

/**
 * What somebody without a part in it may read of its life: which state it is in, and nothing that would tell that
 * somebody reported it, objected, or was told.
 */
const FOR_YOUNG: ReadonlySet<string> = new Set<AuditAct>([
  'raised',
  'claimed',
  'passed',
  'released',
  'proposed',
  'closed',
  'confirmed',
  'undone',
  'overdue',
])
/** Acts of the team, which are told with a name; others were done by whoever reported or wrote. */
const BY_TEAM: ReadonlySet<string> = new Set<AuditAct | OtherAct>([...TEAM_FLAG_ACTS, 'line-sent'])

/** Whether this person may know of that line of the audit at all. */
export const mayReadLine = (viewer: Viewer, act: string): boolean =>
  viewer.as === 'team' || FOR_YOUNG.has(act)

const sentence = (act: string, codes: Codes, texts: Texts, viewer: Viewer): string => {
  // What was decided about somebody is not for others.
  const told = viewer.as === 'young' && act !== 'raised' ? {} : codes
  const known = SAYS[act as AuditAct] as ((codes: Codes, texts: Texts) => string) | undefined
  return known?.(told, texts) ?? OTHERS[act as OtherAct] ?? act
}

/** The flag of a message, or of the card that shows it, when this person may know that there is one. */
export async function flagBehind(
  desk: Pick<Desk, 'db'>,
  house: HouseId,
  messageId: string,
  viewer: Viewer,
): Promise<Flag | undefined> {
  const { db } = desk
  const key = { houseId_subjectKey: { houseId: house, subjectKey: `message:${messageId}` } }
  const counted = await db.flagMessage.findUnique({ where: key, select: { flagId: true } })
  const card = await db.outboxTarget.findFirst({
    where: { houseId: house, messageId, kind: 'card' },
    select: { targetKey: true },
  })
  const id = counted?.flagId ?? card?.targetKey.split(':')[1]
  const flag =
    (await db.flag.findUnique({ where: key })) ??
    (id === undefined ? null : await db.flag.findUnique({ where: { id } }))
  if (flag === null || flag.houseId !== house) return undefined
  if (viewer.as === 'team') {
    const about = { category: flag.category as Category, kind: flag.kind as Kind }
    return viewer.maySee(about) ? flag : undefined
  }
  // That somebody reported a message is nobody's business but theirs. What a rule found, anybody can see who can read.
  if (flag.source !== 'report') return flag
  const own = await db.report.findUnique({
    where: { flagId_reporterId: { flagId: flag.id, reporterId: viewer.id } },
    select: { id: true },
  })
  return own === null ? undefined : flag
}

/** The life line of a flag, as far as this person may know it. */
export async function lifeOf(
  { db, texts }: Pick<Desk, 'db' | 'texts'>,
  flag: Flag,
  viewer: Viewer,
): Promise<FlagView> {
  const lines = await db.auditLine.findMany({
    where: { houseId: flag.houseId, flagId: flag.id },
    orderBy: { id: 'asc' },
  })
  const team = viewer.as === 'team'
  return {
    id: flag.id,
    state: STATES[flag.state as State],
    ...(team ? { level: texts().t(`queue.level.${flag.level as 'groen'}`), version: flag.version } : {}),
    line: lines
      .filter(({ act }) => mayReadLine(viewer, act))
      .map(({ at, act, actorId, codes }) => {
        const by = BY_TEAM.has(act) ? viewer.teamName(actorId) : undefined
        const read = codesSchema.parse(readJson(jsonObject, codes, 'AuditLine.codes'))
        return {
          at: at.toISOString(),
          what: sentence(act, read, texts(), viewer),
          ...(by === undefined ? {} : { by }),
        }
      }),
  }
}
