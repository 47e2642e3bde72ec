const messages = (count: number): string => (count === 1 ? '1 bericht' : `${count} berichten`)

/** What the drawer with the agreements says. */
export const texts = {
  title: 'De afspraken',
  folder: (folder: string, version: string) =>
    `De bot werkt met versie ${version}. De bestanden staan in de map ${folder}.`,
  same: 'De bestanden zeggen hetzelfde. Verander er een, en je ziet hier wat er anders zou gaan, voor het geldt.',
  applied: 'Toegepast. De bot werkt nu met de nieuwe afspraken.',
  changed: (version: string) =>
    `De bestanden zijn veranderd (versie ${version}). Nog niets geldt: lees eerst wat er anders zou gaan.`,
  broken: 'Zo kan de bot niet met de bestanden werken. Hij gaat verder met de afspraken die er waren.',
  newly: (count: number, of: number) =>
    `${count} van deze ${messages(of)} ${count === 1 ? 'zou' : 'zouden'} nu gemeld worden`,
  noLonger: (count: number) => `${count} ${count === 1 ? 'zou' : 'zouden'} niet meer gemeld worden`,
  otherwise: (count: number) => `${count} ${count === 1 ? 'zou' : 'zouden'} anders gemeld worden`,
  made: (said: number, examples: number) =>
    examples === 0
      ? `Dit zijn de laatste ${messages(said)} die hier geschreven werden.`
      : `${messages(said)} ${said === 1 ? 'werd' : 'werden'} hier geschreven. De andere ${examples} zijn voorbeeldzinnen uit de regels.`,
  example: 'voorbeeldzin',
  hidden: 'Een bericht dat jij niet ziet',
  before: 'Nu',
  after: 'Straks',
  more: (count: number) => `en nog ${count}`,
  also: 'Wat er nog verandert',
  nothingElse: 'Verder verandert er niets.',
  apply: 'Pas toe',
  refresh: 'Kijk opnieuw',
  applying: 'De bot leest de afspraken…',
} as const
