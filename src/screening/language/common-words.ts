import type { TermWord } from './parse.ts'

/**
 * The words that are said most, the commonest first, as far as anybody needs to know: which of two words is the rarer
 * one decides where a term is looked for, and nothing else. A wrong guess costs time, never a finding.
 */
const MOST_SAID = {
  nl: `ik je het de een is dat niet en van wat we ze in op te hij er zijn die voor met als ben was ook heb me
    aan maar dit om hem dan zo mijn ja nee nu kan moet wil hier haar jij naar weet goed nog uit al door bij mij
    u gaan daar hoe over waar heeft jullie meer hebben wel worden geen had ga mensen of doen tot kunnen waarom
    zou komen laten zien iets deze alles zal onze alleen iemand moeten echt weg niets nooit toch leven altijd
    terug tijd gewoon wie zeggen af beter maken eens onder misschien zeg dag iedereen hun nog willen heel veel
    zich omdat weer man kom denk doe weten keer werk huis ons geld wij zij jouw toen vader moeder elke elk
    dood vind vinden gij ge uw vrienden vriend thuis lang laat vanavond morgen vandaag gisteren jaar nieuw
    grote groot kleine klein zonder tegen na ander andere twee drie eerste laatste zelf gaat komt staat ligt zit
    blijft vindt zegt denkt wordt werd waren hadden zouden kon wilde moest mag mogen hoor kijk luister sorry
    dank bedankt hallo hey hoi bent doet zo'n want dus echter hoewel terwijl zodat vaak soms samen straks
    school klas leraar boek boeken eten drinken slapen lezen spreken praten horen voelen geven gegeven nemen
    krijgen kreeg gedaan gezegd gegaan gekomen gezien geweest dacht wist deed ging kwam stond vond zei zag bang
    blij boos moe ziek mooi leuk lief slecht zeker juist fout waar hebt kunt zult zijde word liefde vrouw kind
    kinderen jongen meisje broer zus stad land wereld water auto trein bus fiets deur kamer tafel hond kat
    allemaal alle allen beide sommige hele ene gek raar dom graag liever snel genoeg bijna ongeveer klopt`,
  en: `you the i to a it and that is of in what me we this he for my on your have do no don't are be not know can
    was all but here so with right if get there yeah go they like come how up now about out her at oh one good
    just him think she see let did who want okay well will from as when time hey where or take back look tell
    were had why say got off need us man could never would our make please life them love never over because
    been help sorry thanks really people their some way more day night home dead kill hate`,
  fr: `je de est pas le vous la tu que un il et à a ne les ce en on ça une ai pour des moi qui nous mais me y dans
    du bien elle si tout plus non mon suis te au avec va oui toi fait ils as être faire se comme était sur quoi
    ici sais lui là peux ma dire où votre pourquoi rien quand`,
} as const

/** About how often the commonest word is said, per hundred thousand words; the n-th is said n times less (Zipf's law). */
const COMMONEST = 4_000
/** Any other word. */
const SELDOM = 1
const TWO_LETTERS = 20

const perHundredThousand: ReadonlyMap<string, number> = new Map(
  Object.values(MOST_SAID)
    .flatMap((words) =>
      [...new Set(words.split(/\s+/))].map((word, at) => [word, COMMONEST / (at + 1)] as const),
    )
    // A word of two languages is as common as where it is commonest.
    .sort(([, a], [, b]) => a - b),
)

/** For each part that words begin or end with, how often those are said together. */
function sumsOf(partsOf: (said: string) => readonly string[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [said, often] of perHundredThousand) {
    for (const part of partsOf(said)) sums.set(part, (sums.get(part) ?? SELDOM) + often)
  }
  return sums
}
const beginning = sumsOf((said) => Array.from({ length: said.length }, (_, at) => said.slice(0, at + 1)))
const ending = sumsOf((said) => Array.from({ length: said.length }, (_, at) => said.slice(at)))

/** How often a word of a term is said, as a guess: per hundred thousand words. */
export function commonnessOfWord({ word, match }: TermWord): number {
  if (match === 'exact') return perHundredThousand.get(word) ?? (word.length < 3 ? TWO_LETTERS : SELDOM)
  return (match === 'start' ? beginning : ending).get(word) ?? SELDOM
}
