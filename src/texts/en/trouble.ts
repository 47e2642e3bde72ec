export const trouble = {
  'error.cannot-store':
    'The bot cannot store that now. So it does not reach the team. Try again later, or talk to a youth worker. Need help now? Call 02 616 26 26, day and night. Danger? Call 112.',
  'queue.show.key-gone':
    'The text can no longer be read: the key of that day is not there. Look on Discord itself.',
  'queue.show.damaged': 'The text can no longer be read: it is damaged. Look on Discord itself.',
  'trouble.disk-full': 'the disk is full',
  'trouble.read-only': 'the bot may not write to its database',
  'trouble.unreachable': 'the database cannot be reached',
  'trouble.damaged': 'the database is damaged',
  'trouble.keys': 'the keys cannot be reached',
  'trouble.note':
    '**The bot cannot store anything now: {why}.** New messages and reports do not come into the queue. Look in the channels yourself. `/praat` works as always. Tell whoever runs the bot. Once it is mended, the bot reads everything back and this message goes away.',
  'staff.words-unreadable':
    'The text of {count, plural, one {# message} other {# messages}} in the queue can no longer be read: the key is gone or damaged. The cards stay. Look on Discord itself. Whoever runs the bot can put the keys back.',
  'staff.agreements-reports':
    'The bot started without rules: something is wrong in the files with the agreements. It reads no messages now. Reporting and `/praat` work. Mend the files and start the bot again.\n{problems}',
  'staff.talks-off':
    '“Rather with us” is off. {why, select, permissions {In {channel} the bot lacks these permissions: {missing}. Give it those there.} other {The channel {channel} is not there. Make it again, or change talks in house.yaml.}} After that it is on again by itself.',
  'staff.restored':
    'The bot was put back to how it was on {at}. It no longer knows what happened after that: reports of people, decisions, talks. It reads the messages in the channels again. Check what was open at that time.',
} as const
