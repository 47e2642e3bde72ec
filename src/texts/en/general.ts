import type { general as dutch } from '../nl/general.ts'

export const general = {
  'wording.button.easy': 'Very simple',
  'wording.button.ordinary': 'Ordinary text',

  'channel.offer':
    'Want to talk to someone? Type /praat: only you see the answer. You can call 02 616 26 26 (English), day and night. In Dutch: 106 or 1813. Danger? Call 112.',
  'channel.mention':
    'I am a bot and cannot answer. Want to talk? Type /praat: only you see the answer. You can call 02 616 26 26 (English), day and night. In Dutch: 106 or 1813. Danger? Call 112.',
  'channel.reminder':
    'A reminder for everyone: let’s keep it good for each other here. Our agreements are in /regels.',
  'channel.closed':
    'We are closed. We are back {next}. Need someone now? Call 02 616 26 26 (English), day and night. In Dutch: 106 or 1813. Prefer to type? /praat shows which chat is open. Danger? Call 112.',
  'channel.closed-no-next':
    'We are closed. Need someone now? Call 02 616 26 26 (English), day and night. In Dutch: 106 or 1813. Prefer to type? /praat shows which chat is open. Danger? Call 112.',

  'error.bug':
    'Something went wrong on our side. Try again. Still wrong? Give this code to a youth worker: {id}.',
  'error.not-allowed': 'Only someone of the team can do this. What you can do is in /info.',
  'error.outside-house': 'This only works on the Discord of a youth centre. Go there and type it again.',
  'error.only-direct': 'This button only works in your direct messages with the bot. Press it there.',
  'error.not-ready':
    'The bot is not ready: it is starting, or this house is not set up yet. Reporting and talking with us do not work now. Need help? Call 02 616 26 26, day and night. Danger? Call 112.',
  'error.unknown-button': 'This button no longer works. Type the command again.',
} satisfies Record<keyof typeof dutch, string>
