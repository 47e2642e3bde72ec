import { languageName } from '../texts/names.ts'
import { isEasy, languageOf, wordingIn } from '../texts/wording.ts'

/**
 * What to write, for each key that is easily forgotten or written differently: shown after what is wrong.
 * By the name of the key; `file:key` where one name means different things.
 */
const EXAMPLES: Readonly<Record<string, string>> = {
  name: 'name: Het Praktijkhuis, of de naam van wat er staat',
  'organisation.kind': 'kind: vzw',
  organisation: 'organisation: met daaronder kind, name en signedOff',
  signedOff: 'signedOff: { by: Naam van wie het nakeek, on: 2026-11-23 }',
  decided:
    'decided: { by: Naam van wie besliste, on: 2026-11-23 } (wie alles laat lezen, zegt wie dat besliste)',
  by: 'by: Naam Familienaam',
  on: 'on: 2026-11-23',
  languages: 'languages: [nl, en, fr]',
  reading: 'reading: met daaronder way: reports',
  way: 'way: reports',
  hours: 'hours: met daaronder week en holidays',
  week: 'week: met daaronder per dag de uren, zoals woensdag: ["14:00-18:00"]',
  holidays: 'holidays: closed',
  closed: 'closed: met per sluiting - { from: 2026-12-24, until: 2027-01-03 }',
  from: 'from: 2026-12-24',
  until: 'until: 2027-01-03',
  roles: 'roles: met daaronder youthWorker en moderator',
  youthWorker: 'youthWorker: Jeugdwerker',
  moderator: 'moderator: Moderator',
  channels: 'channels: met daaronder notice en queue (house.yaml) of de naam van elk kanaal (channels.yaml)',
  notice: 'notice: [welkom]',
  queue: 'queue: wachtrij (bij channels) of queue: { quiet: off }',
  contacts: 'contacts: met daaronder integrity, en daaronder name en contact',
  integrity: 'integrity: met daaronder name en contact',
  contact: 'contact: api@voorbeeld.be',
  discordId: 'discordId: "123456789012345678" (tussen aanhalingstekens)',
  network: 'network: met per persoon of dienst - { id: wijkpolitie, name: De wijkinspecteur, contact: … }',
  debrief: 'debrief: { name: Naam Familienaam, contact: naam@voorbeeld.be }',
  sections: 'sections: met per deel - id, label en questions',
  questions: 'questions: met per vraag - id, ask en source',
  ask: 'ask: met daaronder nl: "Een vraag van hoogstens 45 tekens"',
  hint: 'hint: met daaronder nl: "Waarover het gaat, in één regel"',
  starters: 'starters: met per zin - say en source',
  say: 'say: met daaronder nl: "Een zin om mee te beginnen"',
  cases: 'cases: met per oefening - id, name, category, kind, level en text',
  text: 'text: "Een verzonnen bericht."',
  call: 'call: met per soort, zoals distress: [zelfmoordlijn]',
  outside: 'outside: met daaronder name en contact',
  perCategory: 'perCategory: met daaronder per soort, zoals spam: { closedFlagDays: 7 }',
  duty: 'duty: { unmannedMinutes: 10, ladder: { backUp: 2, responsible: 3 }, tellWho: false }',
  unmannedMinutes: 'unmannedMinutes: 10',
  ladder: 'ladder: { backUp: 2, responsible: 3 }',
  backUp: 'backUp: Achterwacht (bij roles) of backUp: 2 (bij ladder)',
  onCall: 'onCall: Oproep',
  responsible: 'responsible: { name: Naam Familienaam } (bij contacts) of responsible: 3 (bij ladder)',
  tellWho: 'tellWho: false',
  closing: 'closing: [algemeen]',
  quiet: 'quiet: off',
  parents:
    'parents: met daaronder nl: "Wat jullie antwoorden als iemand vraagt of zijn ouders het te weten komen."',
  targetMinutes: 'targetMinutes: { groen: 240, geel: 120, rood: 60, acuut: 5 }',
  retention: 'retention: { openFlagDays: 60, closedFlagDays: 14, auditIdsDays: 365 }',
  defaults: 'defaults: met daaronder purpose, norms, strictness en usual',
  purpose: 'purpose: Waarvoor dit kanaal dient',
  norms: 'norms: [] (of een lijst met afspraken)',
  strictness: 'strictness: {} (of per soort hoe streng)',
  usual: 'usual: [] (of een lijst met says en about)',
  hold: 'hold: { when: open, byDiscord: false }',
  byDiscord: 'byDiscord: false',
  talks: 'talks: praten-met-ons (bij channels) of talks: { twoWorkers: false, deleteAfterDays: 14 }',
  twoWorkers: 'twoWorkers: false',
  deleteAfterDays: 'deleteAfterDays: 14',
  when: 'when: open',
  automod: 'automod: { presets: [slurs, sexual] }',
  presets: 'presets: [slurs, sexual]',
  age: 'age: { from: 16, until: 25 } (of één van de twee)',
  'age.from': 'from: 16',
  'age.until': 'until: 25',
  newcomers: 'newcomers: { hours: 24, links: flag, attachments: allow }',
  attachments: 'attachments: {} (of per soort, zoals images: flag)',
  links: 'links: { rule: allow, allowed: [], blocked: [] }',
  says: 'says: ik maak u kapot',
  about: 'about: threat',
  category: 'category: hate',
  rules: 'rules: met daaronder per regel - id: …',
  id: 'id: naam-van-de-regel',
  why: 'why: met daaronder nl: "Waarom de moderator dit ziet."',
  level: 'level: geel',
  kind: 'kind: harm',
  may: 'may: [flag]',
  terms: 'terms: met daaronder de woorden, elk op een regel met een streepje',
  mustHit: 'mustHit: met daaronder zinnen die de regel moet vinden',
  mustNotHit: 'mustNotHit: met daaronder zinnen die de regel met rust moet laten',
  source: 'source: waar je dit nakeek',
  certainty: 'certainty: HIGH',
  verifiedOn: 'verifiedOn: 2026-11-23',
  number: 'number: "1712"',
  url: 'url: https://www.jac.be',
  places: 'places: met per plek - name, postcodes, source en verifiedOn, en address, phone of web',
  region: 'region: "9000"',
  postcodes: 'postcodes: ["9000-9099", "9300"]',
  address: 'address: Straat 1, 9000 Gent',
  label: 'label: met daaronder nl: "Naam van het onderwerp"',
  lines: 'lines: met daaronder nl, en en fr, elk met een lijst van ids uit helplines.yaml',
  title: 'title: Een grap die te ver gaat',
  intro: 'intro: Wat het team vooraf moet weten, in een paar zinnen',
  asks: 'asks: Iemand met de rol Moderator',
  minutes: 'minutes: 20',
  at: 'at: { house: open } (of met een uur: { house: closed, time: "23:40" })',
  cast: 'cast: met per persoon een naam en young, youth-worker of moderator, zoals tibo: young',
  steps: 'steps: met per stap - do: says, met wat erbij hoort',
  do: 'do: says',
  see: 'see: taken',
  of: 'of: de naam van een bericht (wat bij as staat)',
  sees: 'sees: met per ding - { see: decided, of: grap }',
  for: 'for: met per ding - { see: taken, of: grap } (bij vragen: een lijst met soorten)',
  who: 'who: een naam uit cast',
  agreements: 'agreements: met per afspraak - says, why, source, en done of unless',
  done: 'done: met per ding - { see: taken, of: grap }. Kies done of unless, één van de twee.',
  talkAbout: 'talkAbout: met vragen om samen over te praten',
  version: 'version: 1',
  meldplicht: 'meldplicht: met daaronder ambtenaar, vzw en zorg, elk met nl, en en fr',
}

/** A text in a language, or its very simple form: as many as there are languages. */
function wordingExample(key: string): string | undefined {
  const wording = wordingIn(key)
  if (wording === undefined) return undefined
  const form = isEasy(wording) ? ', heel eenvoudig' : ''
  return `${key}: "De tekst in het ${languageName(languageOf(wording), 'nl')}${form}."`
}

const own = (key: string): string | undefined =>
  Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : wordingExample(key)

/** How somebody writes a key, with an example; nothing for a key that needs none. */
export function exampleFor(path: readonly PropertyKey[]): string | undefined {
  const names = path.filter((step): step is string => typeof step === 'string')
  const last = names.at(-1)
  return last === undefined ? undefined : (own(names.slice(-2).join('.')) ?? own(last))
}

/** What somebody may expect that a rule could do to a person. */
const MEASURES = new Set(['timeout', 'time-out', 'mute', 'kick', 'ban', 'warn', 'delete', 'remove'])

/** Why a word that exists elsewhere, or that somebody may expect, is not allowed here. */
export function whyNot(path: readonly PropertyKey[], value: unknown): string | undefined {
  if (!path.includes('may')) return undefined
  if (value === 'remind') {
    return 'Een herinnering kan alleen bij gedrag (kind: conduct), nooit bij zorgen of bij schade aan een ander.'
  }
  if (value === 'hold' || value === 'block') {
    return 'Tegenhouden (hold) kan bij gedrag en bij schade aan een ander, nooit bij zorgen over de schrijver.'
  }
  if (value === 'offer') return 'Hulp aanbieden hoort bij zorgen over de schrijver (kind: worry).'
  if (typeof value === 'string' && MEASURES.has(value.toLowerCase())) {
    return 'Een maatregel neemt alleen een mens, nooit een regel.'
  }
  return undefined
}
