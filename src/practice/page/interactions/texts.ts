import type { FieldFault } from './form-values.ts'
import type { Fault } from './option-values.ts'

const signs = (count: number): string => (count === 1 ? '1 teken' : `${count} tekens`)
const choices = (count: number): string => (count === 1 ? '1 keuze' : `${count} keuzes`)

/** What the page says about commands, buttons, menus and forms. What stands on them comes from the bot. */
export const texts = {
  noAnswer: (bot: string) => `${bot} antwoordde niet op tijd. Probeer het nog eens.`,
  refused: 'Dat lukte niet.',
  waiting: (bot: string) => `${bot} denkt na…`,

  commands: 'Commando’s',
  commandsFound: (count: number) =>
    count === 0
      ? 'Geen commando gevonden.'
      : `${count === 1 ? '1 commando' : `${count} commando’s`}. Kies met de pijltjes, dan Enter of Tab.`,
  noCommand: 'Geen commando dat zo heet. Met Enter stuur je het als gewone tekst.',
  runs: (path: string) => `Verstuur /${path}`,
  stopCommand: 'Stop met dit commando',
  required: 'verplicht',
  more: 'Meer:',
  addOption: (name: string) => `Vul ook ${name} in`,
  dropOption: (name: string) => `Laat ${name} weg`,
  yes: 'Ja',
  no: 'Nee',
  choose: 'Kies',
  search: 'Zoek',
  nothingFound: 'Niets gevonden.',
  found: (count: number) => (count === 1 ? '1 keuze' : `${count} keuzes`),
  asking: 'Even zoeken…',
  noProposals: 'Geen voorstellen. Je kan zelf iets typen.',
  proposalsFailed: 'De voorstellen kwamen niet. Je kan zelf iets typen.',

  done: 'Klaar',
  chosen: (count: number, least: number, most: number) =>
    count < least ? `${count} gekozen, kies er minstens ${least}` : `${count} van hoogstens ${most} gekozen`,
  kinds: { person: 'persoon', role: 'rol', channel: 'kanaal' },

  spoiler: 'Verborgen. Klik om te tonen',
  picture: (description: string | undefined) =>
    description === undefined || description === '' ? 'Een beeld' : `Beeld: ${description}`,
  pictureNotHere: 'Beelden worden in het oefenhuis niet opgehaald.',
  file: (name: string) => `Bestand: ${name}`,
  forSale: 'Iets uit de winkel: dat kan in het oefenhuis niet.',

  leaving: 'Je verlaat het oefenhuis',
  leavingTo: 'Deze knop gaat naar:',
  goThere: 'Ga erheen (nieuw tabblad)',
  stayHere: 'Blijf hier',
  notALink: 'Dit adres kan je hier niet openen.',
  otherPlace: 'Dat bericht staat in een kanaal dat jij niet ziet.',

  formFrom: (bot: string) => `Dit formulier gaat naar ${bot}. Schrijf er nooit een wachtwoord in.`,
  send: 'Verstuur',
  cancel: 'Annuleer',
  closeForm: 'Sluit het formulier',
  kept: 'Wat je schreef, staat er nog.',
  fixFirst: (count: number) =>
    count === 1 ? 'Kijk nog eens naar 1 vraag.' : `Kijk nog eens naar ${count} vragen.`,
  count: (length: number, most: number) => `${length}/${most}`,
  least: (count: number) => `minstens ${signs(count)}`,
  uploadNot: 'Een bestand sturen kan in het oefenhuis niet.',

  messageMenu: 'Wat je met dit bericht kan doen',
  moreOf: (name: string) => `Meer over het bericht van ${name}`,
  reply: 'Antwoord',
  react: 'Reageer',
  reactWith: (emoji: string) => `Reageer met ${emoji}`,
  otherEmoji: 'Andere emoji…',
  typeEmoji: 'Typ of plak één emoji',
  notAnEmoji: 'Dat is geen emoji.',
  edit: 'Bewerk',
  delete: 'Verwijder',
  deleteSure: 'Dit bericht verwijderen?',
  deleteNoWay: 'Dat kan je niet ongedaan maken.',
  apps: 'Apps',
  look: 'Kijk achter de muur',
  copyId: 'Kopieer id',
  copied: 'De id staat op je klembord.',
  copyFailed: (id: string) => `De id is ${id}.`,
} as const

/** What is wrong with an option of a command, in a sentence. */
export function optionFault(fault: Fault): string {
  switch (fault.why) {
    case 'required':
      return 'Vul dit in.'
    case 'whole':
      return 'Vul een geheel getal in.'
    case 'number':
      return 'Vul een getal in.'
    case 'choice':
      return 'Kies uit de lijst.'
    case 'attachment':
      return texts.uploadNot
    case 'least':
      return `Vul ${fault.bound} of meer in.`
    case 'most':
      return `Vul ${fault.bound} of minder in.`
    case 'short':
      return `Schrijf minstens ${signs(fault.bound)}.`
    case 'long':
      return `Schrijf hoogstens ${signs(fault.bound)}.`
  }
}

/** What is wrong with a field of a form, in a sentence. */
export function fieldFault(fault: FieldFault): string {
  switch (fault.why) {
    case 'required':
      return 'Vul dit in.'
    case 'upload':
      return texts.uploadNot
    case 'short':
      return `Schrijf minstens ${signs(fault.bound)}.`
    case 'long':
      return `Schrijf hoogstens ${signs(fault.bound)}.`
    case 'few':
      return `Kies minstens ${choices(fault.bound)}.`
    case 'many':
      return `Kies hoogstens ${choices(fault.bound)}.`
  }
}
