export const asking = {
  'progress.longer': 'This takes longer than usual. Stay a moment: the answer comes here.',
  'progress.form': 'Discord was too slow to show the form. Press the button and it comes.',
  'progress.button.form': 'Show the form',

  'complete.not-allowed.option': 'This command is for the team. Type /info: it says what you can do.',
  'complete.not-ready.option': 'The bot is not ready yet. Wait a moment and type again.',
  'complete.failed.option': 'Nothing can be proposed now. Type it yourself, or try again later.',
  'complete.none-fits.option': 'Nothing fits what you typed. Make it shorter, or empty the field.',
  'complete.no-flags.option': 'The queue is empty. Paste the link of a message, or wait for a report.',
  'complete.link.option': 'The message that this link leads to',
  'complete.no-day.option': 'No such day. Type a weekday, a month, or a date like 2026-12-24.',
} as const
