export const duty = {
  'duty.description': 'For the team: begin or end your duty, or hand over what you have.',
  'duty.heading': 'Duty',
  'duty.you.on': 'You are on duty since {since}. It ends by itself at {until}.',
  'duty.you.off': 'You are not on duty.',
  'duty.team.none': 'Nobody is on duty now.',
  'duty.team.some': 'On duty: {who}.',
  'duty.house.open': 'The house is open: the clock of every report runs.',
  'duty.house.closed':
    'The house is closed: no clock runs, and nobody is reminded. It is open only in opening hours with somebody on duty.',
  'duty.holds': 'You have: {what}.',
  'duty.holds.nothing': 'You have nothing in hand.',
  'duty.what.flags': '{count, plural, one {# report} other {# reports}}',
  'duty.what.talks': '{count, plural, one {# private talk} other {# private talks}}',
  'duty.what.follow-ups': '{count, plural, one {# follow-up} other {# follow-ups}}',
  'duty.button.begin': 'Begin my duty',
  'duty.button.end': 'End my duty',
  'duty.button.hand-over': 'Hand over',
  'duty.button.hand-over-end': 'Hand over and stop',
  'duty.button.release-end': 'Put back in the queue and stop',
  'duty.button.withdraw': 'Do not hand over after all',
  'duty.button.accept': 'Take over',
  'duty.began': 'You are on duty. That ends by itself at {until}. Type /dienst to stop earlier.',
  'duty.closed': 'The house is closed now. You can begin from one hour before it opens: {next}.',
  'duty.closed-no-next': 'The house is closed, and no next opening is planned.',
  'duty.ended': 'Your duty is over. Thank you. Does something stay with you? Call or talk to a colleague.',
  'duty.not-on-duty': 'You were not on duty.',
  'duty.first-hand-over':
    'You still have something in hand: {what}. Hand it over, or put it back in the queue. A private talk then waits for somebody else.',
  'duty.offered': 'Asked in the channel of the queue. Whoever takes it over gets everything at once.',
  'duty.offered-already': 'You asked this already. See the card in the channel of the queue.',
  'duty.withdrawn': 'Fine, you keep it.',
  'duty.over.title': 'Who takes this over?',
  'duty.over.text': '{from} hands over: {what}.',
  'duty.over.ending': '{from} stops after that.',
  'duty.over.accepted': 'Taken over by {to}.',
  'duty.over.withdrawn': 'No longer needed.',
  'duty.accepted': 'You now have {passed, plural, one {# matter} other {# matters}} of your colleague.',
  'duty.accepted-some':
    'You now have {passed, plural, one {# matter} other {# matters}} of your colleague. {released, plural, one {# matter waits} other {# matters wait}} in the queue again: somebody else must take it.',
  'duty.refusal.over': 'Somebody else was first, or it is no longer needed.',
  'duty.refusal.own': 'This is yours. A colleague takes it over.',
  'duty.refusal.talks': 'There are private talks in this. Only a youth worker can take those over.',

  'duty.remind.duty': '{who}: a report ({level}) has been waiting since {age}. {link}',
  'duty.remind.back-up':
    '{who}: nobody on duty took this report ({level}, since {age}). Can the back-up look? {link}',
  'duty.remind.responsible':
    '{who}: nobody took this report, and neither did the back-up ({level}, since {age}). {link}',
  'duty.remind.on-call':
    '{who}: an acute report while the house is closed (since {age}). Is somebody in danger now? Call 112 or 101 yourself. {link}',
  'duty.remind.unmanned':
    '{who}: we should be open since {since}, but nobody began duty. Meanwhile the bot says that we are closed. Whoever is there types /dienst.',
  'duty.remind.no-link': 'Type /wachtrij.',

  'duty.summary.came-in': 'Came in while nobody was there (since {since}): {levels}.',
  'duty.summary.waiting': 'Nobody has these yet: {links}',
  'duty.summary.all-taken': 'No report waits.',
  'duty.summary.more': 'You see everything with /wachtrij.',
  'duty.summary.talks':
    '{count, plural, one {# young person waits} other {# young people wait}} for a talk. See the cards above.',
  'duty.summary.closing':
    'The house is closed, every duty has ended. {flags, plural, =0 {} one {# report is back in the queue. } other {# reports are back in the queue. }}{talks, plural, =0 {} one {# private talk goes on.} other {# private talks go on.}}',

  'duty.now.who': 'Here now: {who}.',
  'duty.now.nobody': 'We should be open, but nobody of our team is here now. Can it not wait? Type /praat.',
  'duty.today': 'Today: {spans}.',
  'duty.today-closed': 'Today we are closed.',

  'house.over':
    'This digital youth centre has ended. Nobody of our team reads along any more. You can no longer report or ask for a talk. Need help? This is possible now:',
  'house.over.notice':
    'This digital youth centre ended on {day}. Nobody of our team reads along any more, nor does the bot. Need help? Call 02 616 26 26 (English), day and night. In Dutch: 106. Danger? Call 112.',
  'house.ends':
    'This digital youth centre ends. The last day is {day}. After that nobody of our team reads along. The bot deletes all of it on time.',
  'huis.vakantie.description': 'Set a holiday: days on which the house is closed.',
  'huis.vakantie.from.description': 'The first day that you are closed, such as 2026-12-24.',
  'huis.vakantie.until.description': 'The last day that you are closed, such as 2027-01-03.',
  'huis.vakantie.list': 'Holidays that you set here, beside those in house.yaml:',
  'huis.vakantie.none': 'No holiday is set, except what stands in house.yaml.',
  'huis.vakantie.line': '{from} up to and including {until}',
  'huis.vakantie.set':
    'The house is closed from {from} up to and including {until}. Young people read that in /openingsuren and in the line at closing time. No clock runs then, and nobody is reminded.',
  'huis.vakantie.lifted': 'That holiday is gone.',
  'huis.vakantie.placeholder': 'Take a holiday away',
  'huis.vakantie.wrong':
    'Write a date as year-month-day, such as 2026-12-24. The last day comes after the first, is not in the past, and not more than a year away.',
  'huis.sluiten.description':
    'End the house on a day: then nothing new is taken in, and the bot deletes everything on time.',
  'huis.sluiten.day.description': 'The last day, such as 2027-06-30.',
  'huis.sluiten.who':
    'Only the responsible person of the house can do that ({name}). Put the number of that person on Discord at contacts in house.yaml (responsible: discordId).',
  'huis.sluiten.nobody':
    'The agreements name no responsible person. Put one at contacts in house.yaml (responsible), with discordId.',
  'huis.sluiten.sure':
    'The last day will be {day}. After that nobody can report or ask for a talk, and the bot reads nothing more. By {gone} everything of people is deleted. The notice says so from now on. Is that right?',
  'huis.sluiten.button.sure': 'Yes, go on',
  'huis.sluiten.button.lift': 'Do not end after all',
  'huis.sluiten.title': 'End the house',
  'huis.sluiten.name.label': 'Type the name of the house to confirm',
  'huis.sluiten.name-wrong': 'That is not the name of the house. Nothing has changed.',
  'huis.sluiten.set': 'The last day is {day}. The notice and /openingsuren say so now.',
  'huis.sluiten.stands': 'The last day is {day}. Until then you can still turn it back.',
  'huis.sluiten.lifted': 'The house goes on. The notice is as it was before.',
  'huis.sluiten.over': 'The house has ended already. That cannot be turned back.',

  'start.no-back-up':
    'Nobody stands behind whoever is on duty. Name a back-up at roles in house.yaml (backUp), and a responsible person at contacts (responsible).',
} as const
