import type { Desk } from '../../discord/desk.ts'
import type { Flag } from '../../generated/sqlite/client.ts'
import type { HouseId } from '../../house/id.ts'
import { mayReadLine } from './flag.ts'
import type { StoredView } from './view.ts'
import type { Viewer } from './viewer.ts'

type Kept = Omit<StoredView, 'goneOn'> & { readonly goneOn?: Date | null | undefined }

const views = (kept: readonly Kept[]): readonly StoredView[] =>
  kept.map(({ goneOn, ...one }) => (goneOn == null ? one : { ...one, goneOn: goneOn.toISOString() }))

interface About {
  readonly messageId: string
  readonly channelId: string
  readonly flag: Flag | undefined
}

/** What the bot keeps of every message that it reads: how far it came, and numbers. */
async function ofReading(
  db: Desk['db'],
  house: HouseId,
  { messageId, channelId }: About,
): Promise<readonly Kept[]> {
  const cursor = await db.channelCursor.findUnique({
    where: { houseId_channelId: { houseId: house, channelId } },
  })
  const samples = await db.trialSample.findMany({ where: { houseId: house, messageId } })
  return [
    ...(cursor === null
      ? []
      : [
          {
            table: 'ChannelCursor',
            what: 'Tot waar in dit kanaal gelezen is: het nummer van één bericht',
            how: 'number' as const,
          },
        ]),
    ...samples.map(({ ruleId, deleteAfter }) => ({
      table: 'TrialSample',
      what: `Dat regel ${ruleId}, die op proef is, dit bericht zou tonen: waar het staat, niet wat erin staat`,
      how: 'plain' as const,
      goneOn: deleteAfter,
    })),
  ]
}

/** What of a flag is kept for anybody who may know of it. */
async function ofFlag(db: Desk['db'], flag: Flag, viewer: Viewer): Promise<readonly Kept[]> {
  const findings = await db.finding.count({ where: { flagId: flag.id } })
  const held = await db.heldMessage.count({ where: { flagId: flag.id } })
  const clocks = await db.flagClock.count({ where: { flagId: flag.id } })
  const rounds = await db.flagRound.count({ where: { flagId: flag.id } })
  const audit = await db.auditLine.findMany({
    where: { flagId: flag.id },
    select: { act: true, idsUntil: true },
  })
  // Even the day on which a line goes would tell that it is there.
  const lines = audit.filter(({ act }) => mayReadLine(viewer, act))
  const forgets = lines.map(({ idsUntil }) => idsUntil).sort((a, b) => b.getTime() - a.getTime())[0]
  return [
    {
      table: 'Flag',
      what: 'De vlag: welk bericht, welke soort, welk niveau en hoe ver het staat. Codes en nummers, geen woorden',
      how: 'plain',
    },
    {
      table: 'Flag',
      what: 'Wie het schreef en wie het opnam. Loopt vanaf het afsluiten',
      how: 'plain',
      goneOn: flag.idsUntil,
    },
    ...(flag.words === null
      ? []
      : [
          {
            table: 'Flag.words',
            what: 'De woorden van het bericht, versleuteld. De sleutel staat buiten de databank en verdwijnt op die dag, ook uit elke reservekopie',
            how: 'sealed' as const,
            goneOn: flag.deleteAfter,
          },
        ]),
    ...(flag.wordsMark === null
      ? []
      : [
          {
            table: 'Flag.wordsMark',
            what: 'Een merkteken waarmee de bot ziet dat iets nog eens hetzelfde zegt. De woorden zijn er niet uit te halen',
            how: 'number' as const,
            goneOn: flag.deleteAfter,
          },
        ]),
    ...(findings === 0
      ? []
      : [
          {
            table: 'Finding',
            what: `Welke regel iets vond en waar: ${findings} ${findings === 1 ? 'plaats' : 'plaatsen'}`,
            how: 'plain' as const,
          },
        ]),
    ...(held === 0
      ? []
      : [
          {
            table: 'HeldMessage',
            what: 'Dat het tegengehouden is, en hoe het daarmee staat',
            how: 'plain' as const,
          },
        ]),
    ...(clocks === 0
      ? []
      : [{ table: 'FlagClock', what: 'Hoelang het al wacht terwijl er iemand was', how: 'number' as const }]),
    ...(rounds === 0
      ? []
      : [
          {
            table: 'FlagRound',
            what: 'Voor de cijfers: soort en seconden, niets over wie',
            how: 'number' as const,
          },
        ]),
    ...(forgets === undefined
      ? []
      : [
          {
            table: 'AuditLine',
            what: `De levensloop${viewer.as === 'team' ? ` (${lines.length})` : ''}: codes, geen woorden. Op die dag vergeet ze wie en welke vlag`,
            how: 'plain' as const,
            goneOn: forgets,
          },
        ]),
  ]
}

/** Reports: for the team that they are there, for a person their own. */
async function ofReports(db: Desk['db'], flag: Flag, viewer: Viewer): Promise<readonly Kept[]> {
  const mine = viewer.as === 'team' ? {} : { reporterId: viewer.id }
  const reports = await db.report.findMany({
    where: { flagId: flag.id, ...mine },
    select: { words: true, deleteAfter: true },
    orderBy: { createdAt: 'asc' },
  })
  return reports.flatMap(({ words, deleteAfter }): readonly Kept[] => [
    {
      table: 'Report',
      what: viewer.as === 'team' ? 'Een melding: wie en waarom' : 'Jouw melding: dat jij het was, en waarom',
      how: 'plain',
      goneOn: deleteAfter,
    },
    ...(words === null
      ? []
      : [
          {
            table: 'Report.words',
            what: 'Wat erbij geschreven werd',
            how: 'sealed' as const,
            goneOn: deleteAfter,
          },
        ]),
  ])
}

/** What only the team has to know of. */
async function ofTeam(db: Desk['db'], flag: Flag): Promise<readonly Kept[]> {
  const where = { flagId: flag.id }
  const notes = await db.flagNote.findMany({ where, select: { deleteAfter: true } })
  const objection = await db.objection.findUnique({ where, select: { words: true, deleteAfter: true } })
  const holds = await db.legalHold.findMany({ where: { ...where, endedAt: null }, select: { until: true } })
  const alike = await db.flagMessage.count({ where })
  return [
    ...notes.map(({ deleteAfter }) => ({
      table: 'FlagNote.words',
      what: 'Wat de ploeg erbij schreef',
      how: 'sealed' as const,
      goneOn: deleteAfter,
    })),
    ...(objection === null
      ? []
      : [
          {
            table: 'Objection.words',
            what: 'Het bezwaar van de schrijver',
            how: 'sealed' as const,
            goneOn: objection.deleteAfter,
          },
        ]),
    ...holds.map(({ until }) => ({
      table: 'LegalHold',
      what: 'Wordt langer bewaard voor het gerecht: zolang dat geldt, wordt niets hiervan vergeten',
      how: 'sealed' as const,
      goneOn: until,
    })),
    ...(alike === 0
      ? []
      : [{ table: 'FlagMessage', what: `Berichten die hetzelfde zeggen: ${alike}`, how: 'plain' as const }]),
  ]
}

/** The message of a report that is being made: for who makes it. */
async function ofDrafts(
  db: Desk['db'],
  house: HouseId,
  { messageId }: About,
  viewer: Viewer,
): Promise<readonly Kept[]> {
  const drafts = await db.reportDraft.findMany({
    where: { houseId: house, messageId, reporterId: viewer.id },
    select: { deleteAfter: true },
  })
  return drafts.map(({ deleteAfter }) => ({
    table: 'ReportDraft.words',
    what: 'Het bericht, terwijl jij het formulier om te melden invult',
    how: 'sealed' as const,
    goneOn: deleteAfter,
  }))
}

/** A matter of the team, for the contact who handles it and nobody else. */
async function ofMatter(
  db: Desk['db'],
  house: HouseId,
  { messageId }: About,
  viewer: Viewer,
): Promise<readonly Kept[]> {
  if (viewer.as !== 'contact') return []
  const matter = await db.staffMatter.findUnique({
    where: { houseId_subjectKey: { houseId: house, subjectKey: `message:${messageId}` } },
    select: { contactId: true, deleteAfter: true, words: true },
  })
  if (matter === null || matter.contactId !== viewer.id) return []
  return [
    {
      table: 'StaffMatter',
      what: 'Een melding over iemand van de ploeg. Alleen jij ziet dat ze er is',
      how: matter.words === null ? 'plain' : 'sealed',
      goneOn: matter.deleteAfter,
    },
  ]
}

/** What is in the database because of a message, table by table, as far as this person may know it. */
export async function storedOf(
  { db }: Pick<Desk, 'db'>,
  house: HouseId,
  about: About,
  viewer: Viewer,
): Promise<readonly StoredView[]> {
  const { flag } = about
  const parts = [
    flag === undefined ? [] : await ofFlag(db, flag, viewer),
    flag === undefined ? [] : await ofReports(db, flag, viewer),
    flag === undefined || viewer.as !== 'team' ? [] : await ofTeam(db, flag),
    await ofDrafts(db, house, about, viewer),
    await ofMatter(db, house, about, viewer),
    await ofReading(db, house, about),
  ]
  return views(parts.flat())
}
