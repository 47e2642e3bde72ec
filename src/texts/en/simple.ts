import type { TextKey } from '../folder.ts'

/** The very simple form of texts that are long; what holds for it stands in ../nl/simple.ts. */
export const simple = {
  'error.not-ready':
    'The bot is not ready. You cannot report or talk with us now. Need help? Call 02 616 26 26, day and night. Danger? Call 112.',
  'error.cannot-store':
    'The bot cannot keep that now. The team does not get it. Try again later. Need help now? Call 02 616 26 26, day and night. Danger? Call 112.',
  'report.nobody':
    'This is about somebody of the team. So we do not look at it. We keep nothing. {outside} Danger? Call 112.',
  'report.cannot.link':
    'This is not a link to a message here. Right-click the message. Choose “Copy Message Link”. Or leave the link empty.',
  'praat.jac':
    'The JAC chat is made to talk safely. A counsellor is there, in Dutch. It is free. You need no name. For ages 12 to 25.',
  'notice.full.who':
    'This is the Discord of {house}. Who has the role **{role}** is a real person. I am {bot}. I am a bot, not a person.',
  'notice.full.hours': '**When are we here?** {hours}. At other hours nobody is here.',
  'notice.full.discord':
    '**Discord is not private.** Others can read along. Want to talk about something hard? Type `/praat`.',
  'notice.full.secret':
    '**Can it stay secret?** Sometimes. Sometimes we must pass it on. {meldplicht} Is it safe? Then we tell you first.',
  'notice.full.then':
    '**And then?** Then we have to do something. You stay welcome. We do not say no to **you**.',
  'notice.full.reads.reports':
    '**What does the bot read?** The bot does not read along. Does somebody report? Then a person looks. Does a filter see something? Then a person looks too.',
  'notice.full.reads.full':
    '**What does the bot read?** The bot reads every message in these channels. Day and night. Does something stand out? Then a person looks.',
  'notice.full.decides': 'The bot decides nothing about you. A person does. We make no lists of people.',
  'notice.full.report':
    '**Do you see something that is not okay?** Right-click the message. Choose Apps. Choose *Meld dit bericht*. We do not say who did. Sometimes people can guess.',
  'meldplicht.short':
    'You can tell us anything. Sometimes we must pass it on. {meldplicht} Is it safe? Then we tell you first. You stay welcome.',
  'data.always':
    'We never say who reported. What somebody still looks at, we do not show. We say this to everybody.',
  'data.delete.ask':
    'We delete now what is closed:\n- your words;\n- your notes;\n- your name.\n\nAfter that you cannot object.\n\nThis stays for now:\n- What somebody still looks at.\n- What we did: {ids} days.\n- What the law asks.',
  'data.delete.done':
    'Deleted: {count}. What stays, you see in /mijn-gegevens. What is still open we do not show.',
  'held.waiting':
    'Your message in {channel} is not there now. A rule held it back: {why} A person looks at it. Not okay with it after that? Type /bezwaar. Need help? Type /praat.',
} as const satisfies Partial<Record<TextKey, string>>
