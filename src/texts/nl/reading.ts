import type { Reading } from '../../reading/rules.ts'
import { syllablesNl } from '../../reading/syllables.ts'

/**
 * What makes Dutch hard to read for somebody of 13. Our own list, grown from these texts; the reasons are those of plain
 * Flemish (Wablieft) and of the European standards for information that is easy to read (Inclusion Europe, 2009).
 */
const OFFICE = 'taal van kantoor en wet'
const RARE = 'weinig gebruikt als jongeren praten'
const ABSTRACT = 'zegt niet wie wat doet'
const LONG = 'lang woord'

const hard = (why: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([word, say]) => ({ word, say, why }))

export const reading: Reading = {
  hard: [
    ...hard(OFFICE, {
      aangaande: 'over',
      betreffende: 'over',
      conform: 'zoals in',
      derhalve: 'dus',
      desgevallend: 'als dat nodig is',
      gelieve: 'zeg gewoon wat iemand kan doen',
      hieromtrent: 'daarover',
      indien: 'als',
      ingevolge: 'door',
      inzake: 'over',
      krachtens: 'door',
      middels: 'met',
      mits: 'als',
      omtrent: 'over',
      teneinde: 'om',
      tevens: 'ook',
      vermits: 'want',
      'welke van toepassing': 'die geldt',
      'wettelijk*': 'van de wet',
      'termijn*': 'hoe lang, of op welke dag',
      'maatregel*': 'zeg wat er gebeurt',
      'procedure*': 'wat er gebeurt, in stappen',
      beroepsgeheim: 'zwijgen over wat je vertelt',
    }),
    ...hard(RARE, {
      'aanmoedig*': 'vragen',
      bijgevolg: 'dus',
      echter: 'maar',
      eveneens: 'ook',
      'gevoelig onderwerp': 'iets moeilijks',
      louter: 'alleen',
      nochtans: 'maar',
      onverwijld: 'meteen',
      reeds: 'al',
      trachten: 'proberen',
      uiteraard: 'natuurlijk',
      vernemen: 'horen',
      verstrekken: 'geven',
      'verwittig*': 'zeg het aan',
      voordien: 'daarvoor',
      'onafhankelijk*': 'zonder partij te kiezen',
      'expliciet*': 'duidelijk',
      'relevant*': 'belangrijk',
      'anoniem*': 'zonder je naam',
    }),
    ...hard(ABSTRACT, {
      behandeling: 'zeg wie wat doet',
      communicatie: 'praten of schrijven',
      ondersteuning: 'hulp',
      begeleiding: 'hulp',
      'betrokken*': 'wie erbij was',
      'situatie*': 'wat er gebeurt',
      problematiek: 'probleem',
      registratie: 'wat we opschrijven',
      verwerking: 'wat we met iets doen',
    }),
    ...hard(LONG, {
      contactgegevens: 'nummer of adres',
      persoonsgegevens: 'wat we over jou weten',
      hulpverleningstraject: 'hulp',
      vertrouwelijkheid: 'of het geheim blijft',
      'doorverwijz*': 'zeg waar iemand terechtkan',
    }),
  ],
  forms: [
    {
      form: /\b(dient|dienen|diende)\b[^.?!]*\bte\b/i,
      say: 'moet, of zeg gewoon wat iemand doet',
      why: OFFICE,
    },
    {
      form: /\b(?:word|wordt|worden|werd|werden)\b[^.?!]*\b(?:ge\p{L}+(?:d|t|en)|(?:be|ver|ont|her|mis)\p{L}+(?:d|t|en)|\p{L}+ge\p{L}+(?:d|t|en))\b/iu,
      say: 'wie het doet: "de bot wist", "iemand leest"',
      why: 'lijdende vorm: zegt niet wie wat doet',
    },
    {
      form: /\b(?:ge\p{L}{2,}(?:d|t|en)|(?:be|ver|ont|her)\p{L}{2,}d)\s+(?:word|wordt|worden|werd|werden)\b/iu,
      say: 'wie het doet: "de bot wist", "iemand leest"',
      why: 'lijdende vorm: zegt niet wie wat doet',
    },
    {
      form: /\bdoor middel van\b|\bin het kader van\b|\bmet betrekking tot\b/i,
      say: 'met, bij of over',
      why: OFFICE,
    },
  ],
  clauses:
    /(?<![\p{L}])(?:omdat|doordat|zodat|terwijl|hoewel|tenzij|zodra|voordat|nadat|totdat)(?![\p{L}])|\p{L},? (?:waardoor|waarmee|waarbij|waarvan|waarvoor|waarin)\s|\p{L}, (?:die|dat|wie|wat|als|waar)\s/iu,
  syllables: syllablesNl,
  score: {
    name: 'Flesch-Douma (W. H. Douma, 1960)',
    of: (words, syllables) => 206.84 - 0.93 * words - 77 * syllables,
    least: 65,
    leastEasy: 75,
  },
}
