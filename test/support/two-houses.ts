import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Bot, startBot } from '../../src/bot.ts'
import { folderOf } from '../../src/house/folders.ts'
import { type HouseId, houseId } from '../../src/house/id.ts'
import { createLog } from '../../src/log.ts'
import type { Policy } from '../../src/policy/schema.ts'
import { seedFor } from '../../src/practice/house.ts'
import { type LocalDiscord, startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { World } from '../../src/practice/world.ts'
import { agreementsOf } from './agreements.ts'
import { WEDNESDAY_AFTERNOON } from './house.ts'
import { policyWith } from './policy.ts'
import { tempFolder } from './storage/temp-storage.ts'

/** What only the agreements of the first house say, and what only those of the second say in its place. */
export const DIFFERS: readonly (readonly [string, string])[] = [
  ['Het Praktijkhuis', 'Chez Zazou'],
  ['praktijkhuis', 'zazou'],
  ['Samira Benvoorbeeld', 'Odile Duchemin'],
  ['Mieke Vandevoorbeeld', 'Basile Lanterne'],
  ['Joris Vanproef', 'Firmin Bougie'],
  ['wachtrij', 'file-dattente'],
  ['algemeen', 'salon'],
  ['welkom', 'bienvenue'],
  ['gaming', 'jeux-video'],
  ['praten-met-ons', 'parler-ici'],
  ['Jeugdwerker', 'Animatrice'],
  ['Moderator', 'Veilleur'],
  ['Achterwacht', 'Renfort'],
]
const HOURS = ['woensdag: ["13:30-18:00", "19:00-21:30"]', 'woensdag: ["13:07-18:03"]'] as const
/** A word of a rule that only the first house has, and one that only the second has. */
export const WORDS = ['krokofant', 'zébulon'] as const

const RULE = (word: string): string =>
  [
    'rules:',
    `  - id: only-${word === WORDS[0] ? 'first' : 'second'}`,
    '    why: { nl: "Een woord van de proef.", en: "A word of the test.", fr: "Un mot de l’essai." }',
    '    kind: harm',
    '    may: [flag]',
    '    level: rood',
    `    mustHit: [${word}]`,
    '    mustNotHit: [bonjour]',
    `    terms: [${word}]`,
    '',
  ].join('\n')

/** Changes a file of a policy folder, as somebody would in an editor. */
export async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${file}`)
  await writeFile(path, after)
}
const addRule = (folder: string, word: string): Promise<void> =>
  edit(folder, 'rules/threat.yaml', (text) => text.replace('rules:\n', () => RULE(word)))

/** A file of the first house in the words of the second. */
const otherwise = (text: string): string =>
  DIFFERS.reduce((said, [from, to]) => said.replaceAll(from, to), text)

/** The folder for all houses, and within it that of the second house: other names, channels, roles, language, hours, rules. */
async function foldersFor(second: HouseId, reading: 'full' | 'reports'): Promise<string> {
  const folder = await policyWith()
  const own = folderOf(folder, second)
  await cp('policies', own, { recursive: true })
  await rm(join(own, 'lessons'), { recursive: true })
  await addRule(folder, WORDS[0])
  await addRule(own, WORDS[1])
  await edit(own, 'house.yaml', (text) =>
    otherwise(text)
      .replace('languages: [nl, en, fr]', 'languages: [fr]')
      .replace(...HOURS)
      .replace(/way: full\n {2}decided: .*\n/, reading === 'full' ? '$&' : 'way: reports\n'),
  )
  await edit(own, 'channels.yaml', otherwise)
  return folder
}

export interface OneOfTwo {
  readonly id: HouseId
  readonly world: World
  readonly policy: Policy
}
export interface TwoHouses {
  readonly discord: LocalDiscord
  readonly bot: Bot
  readonly policyFolder: string
  readonly first: OneOfTwo
  readonly second: OneOfTwo
  readonly log: readonly string[]
  settled(): Promise<void>
}

/** One bot in two houses on one Discord: one by the agreements for all, one by its own. */
export async function openTwoHouses({
  reading = 'full',
  before,
}: {
  readonly reading?: 'full' | 'reports'
  /** What somebody does to the folders before the bot starts. */
  readonly before?: (policyFolder: string, second: HouseId) => Promise<void>
} = {}): Promise<TwoHouses> {
  // The id of the second server must be known before its folder is made, and its channels before the server is.
  const draft = await foldersFor(houseId('1'.repeat(18)), reading)
  const agreed = [
    (await agreementsOf(draft)).policy,
    (await agreementsOf(folderOf(draft, houseId('1'.repeat(18))))).policy,
  ] as const
  let at = Date.parse(WEDNESDAY_AFTERNOON)
  const now = (): Date => new Date((at += 1))
  const discord = await startLocalDiscord({
    seedGuild: seedFor(agreed[0]),
    guilds: [seedFor(agreed[1])],
    privilegedIntents: ['MessageContent'],
    clock: { now },
  })
  const [firstId = '', secondId = ''] = discord.guildIds
  const second = houseId(secondId)
  const policyFolder = await foldersFor(second, reading)
  await before?.(policyFolder, second)
  const folder = tempFolder()
  const lines: string[] = []
  const bot = await startBot({
    token: discord.token,
    api: discord.api,
    databaseUrl: `file:${join(folder, 'huisbot.db')}`,
    keyFolder: join(folder, 'keys'),
    policyFolder,
    readAgreements: agreementsOf,
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    now,
  })
  onTestFinished(async () => {
    await bot.stop()
    await discord.stop()
  })
  await bot.idle()
  return {
    discord,
    bot,
    policyFolder,
    first: { id: houseId(firstId), world: discord.worldOf(firstId), policy: agreed[0] },
    second: { id: second, world: discord.worldOf(secondId), policy: agreed[1] },
    log: lines,
    settled: () => bot.tick(),
  }
}
