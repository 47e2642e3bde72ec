import type { APIMessage } from 'discord-api-types/v10'
import type { PersonView } from '../web/protocol.ts'

/** What the page itself says. What the bot says comes from the bot. */
export const texts = {
  title: (channel: string | undefined, house: string | undefined, unread: boolean) =>
    `${unread ? '• ' : ''}${channel === undefined ? '' : `${channel} · `}${house ?? 'Oefenhuis'} (oefenhuis)`,
  practice: 'Dit is een oefenhuis. Niemand hier bestaat echt, en niets gaat naar Discord.',
  practiceShort: 'Oefenhuis: niemand is echt',
  skipToMessages: 'Naar de berichten',
  skipToComposer: 'Naar het schrijfveld',

  parts: {
    young: 'jongere',
    'youth-worker': 'jeugdwerker',
    moderator: 'moderator',
    contact: 'integriteitscontact',
  } satisfies Record<PersonView['part'], string>,

  lineLost: 'De lijn met het huis is weg. Probeer het zo meteen opnieuw.',
  noAnswer: 'Het huis antwoordde niet.',
  connecting: 'We zoeken het huis…',
  line: {
    connecting: 'We zoeken het huis…',
    nobody: 'In dit huis is niemand met die naam.',
    lost: 'De lijn met het huis is weg. We proberen het opnieuw…',
    closed: 'Het huis is gesloten. Start het weer met npm run practice, en laad deze pagina opnieuw.',
  },
  chooseSomebody: 'Kies iemand anders',
  loadAgain: 'Laad opnieuw',

  channels: 'Kanalen',
  privateMessages: 'Privéberichten',
  privateChannel: 'privékanaal',
  thread: 'draad',
  privateThread: 'privédraad',
  archived: 'gearchiveerd',
  unread: 'ongelezen',
  named: (count: number) => (count === 1 ? '1 keer voor jou' : `${count} keer voor jou`),
  openChannels: 'Toon de kanalen',
  close: 'Sluit',

  members: 'Leden',
  showMembers: 'Toon de leden',
  hideMembers: 'Verberg de leden',
  noRole: 'Leden',
  bots: 'Apps',
  app: 'APP',
  timedOut: 'heeft een time-out',

  you: 'Jij bent',
  bePerson: 'Wees iemand anders',
  newWindow: (name: string) => `Open ${name} in een nieuw venster`,
  welcome: 'Welkom in het oefenhuis',
  welcomeText:
    'Hier probeer je uit hoe Huisbot werkt. Je kan niets stukmaken: niemand hier bestaat echt, en alles verdwijnt als het huis sluit.',
  welcomeChoose: 'Wie wil je zijn? Je kan later altijd iemand anders zijn.',
  welcomeParts: {
    young: 'Chat mee, vraag hulp met /praat, meld een bericht.',
    'youth-worker': 'Volg de kanalen en praat met jongeren.',
    moderator: 'Kijk naar gemelde berichten en beslis.',
    contact: 'Krijgt meldingen over iemand van de ploeg.',
  } satisfies Record<PersonView['part'], string>,

  theme: 'Kleuren',
  themes: { system: 'Automatisch', light: 'Licht', dark: 'Donker' },

  pins: 'Vastgemaakte berichten',
  noPins: 'Hier is nog niets vastgemaakt.',
  pinned: 'vastgemaakt',
  notFound: 'Dat bericht is er niet meer.',
  goTo: 'Ga naar dit bericht',
  posts: (forum: string) => `Posts in ${forum}`,
  noPosts: 'Hier staat nog geen post.',
  messages: (channel: string) => `Berichten in ${channel}`,
  start: (channel: string) => `Dit is het begin van ${channel}.`,
  loading: 'Berichten laden…',
  loadFailed: 'De berichten konden niet geladen worden.',
  again: 'Probeer opnieuw',
  older: 'Oudere berichten',
  newMessages: 'Nieuw',
  newCount: (count: number) => (count === 1 ? '1 nieuw bericht' : `${count} nieuwe berichten`),
  toBottom: 'Naar het nieuwste',
  typing: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} is aan het typen…`
      : names.length <= 3
        ? `${names.slice(0, -1).join(', ')} en ${names.at(-1)} zijn aan het typen…`
        : 'Verschillende mensen zijn aan het typen…',
  edited: '(bewerkt)',
  onlyYou: 'Alleen jij ziet dit',
  dismiss: 'Verberg dit bericht',
  thinking: (name: string) => `${name} denkt na…`,
  usedCommand: 'gebruikte',
  replyTo: 'Antwoord op',
  replyGone: 'Het eerste bericht is verwijderd',
  replyNoWords: 'Klik om het bericht te zien',
  unknown: 'onbekend',
  noAccess: 'geen toegang',
  spoiler: 'Verborgen tekst. Klik om te tonen',
  attachment: (name: string) => `Bijlage: ${name}`,
  reaction: (emoji: string, count: number, mine: boolean) =>
    `${emoji}, ${count} ${count === 1 ? 'reactie' : 'reacties'}${mine ? ', ook van jou' : ''}`,
  system: {
    joined: 'is er nu ook bij.',
    pinned: 'maakte een bericht vast.',
    thread: (thread: string) => `begon een draad: ${thread}`,
    added: (other: string) => `haalde ${other} erbij.`,
    removed: (other: string) => `haalde ${other} eruit.`,
    renamed: (title: string) => `noemde dit: ${title}`,
  },

  write: (channel: string) => `Stuur een bericht naar ${channel}`,
  send: 'Verstuur',
  pausedUntil: (when: string) => `Je hebt een time-out tot ${when}. Tot dan kan je hier niet schrijven.`,
  cannotWrite: 'Je kan hier niet schrijven.',
  threadLocked: 'Deze draad is op slot. Je kan hier niet meer schrijven.',
  slow: (time: string) => `Trage modus: je kan om de ${time} één bericht sturen.`,
  slowWait: (time: string) => `Trage modus: nog ${time}.`,
  replying: (name: string) => `Je antwoordt op ${name}`,
  stopReplying: 'Antwoord niet op dit bericht',
  editing: 'Je bewerkt je bericht. Enter bewaart, Escape stopt.',
  stopEditing: 'Stop met bewerken',
  notSent: (why: string) => `Niet verstuurd: ${why}`,
  tooLong: (over: number) => `${over} tekens te lang`,

  /** For who hears the page. */
  announceMore: (count: number, last: string) => `${count} nieuwe berichten. ${last}`,
  announce: (message: APIMessage) =>
    `${message.author.global_name ?? message.author.username}: ${
      message.content === '' ? 'een bericht' : message.content.slice(0, 300)
    }`,
} as const
