export const channels = {
  'channel.limit.description': 'Slow or shut a channel for a while, with an end.',
  'channel.limit.ask':
    'What do you do with {channel}? Choose what first, then how long. After that everything comes back as it was.',
  'channel.limit.placeholder': 'Choose what you do',
  'channel.limit.slow.option':
    'Calm: {seconds, plural, =60 {1 minute} =300 {5 minutes} other {# seconds}} between two messages',
  'channel.limit.shut.option': 'Shut: only the team writes',
  'channel.limit.how-long': '**{what}**, in {channel}. How long?',
  'channel.limit.button.minutes': '{minutes, plural, =60 {1 hour} other {# minutes}}',
  'channel.limit.button.closing': 'Until we close',
  'channel.limit.button.end': 'Put back now: {what}',
  'channel.limit.slow': 'Calm: wait {seconds, plural, =60 {1 minute} =300 {5 minutes} other {# seconds}}',
  'channel.limit.shut': 'Shut: only the team writes',
  'channel.limit.now': 'Now: {what}, until {until}.',
  'channel.limit.done': 'The bot does it now: {what}, in {channel}, until {until}.',
  'channel.limit.ending': 'The bot now puts {channel} back as it was.',
  'channel.limit.over': 'This is over already.',
  'channel.limit.closed': 'We are closed now. Choose another time.',
  'channel.limit.slower':
    'There is a wait of {seconds, plural, one {# second} other {# seconds}} here already. Choose a longer one.',
  'channel.limit.cannot.staff': 'Not possible: this is a channel of the team.',
  'channel.limit.cannot.talk': 'Not possible: private talks stand here.',
  'channel.limit.cannot.hidden':
    'Not possible: not every member sees this channel, and the agreements do not name it.',
  'channel.limit.cannot.kind': 'This is possible in an ordinary text channel only.',
  'channel.limit.cannot.gone': 'This channel is no longer there.',
  'channel.limit.cannot.slow':
    'The bot lacks a permission in {channel}: **{permissions}**. With it the bot slows a channel and puts it back.',
  'channel.limit.cannot.shut':
    'The bot lacks a permission in {channel}: **{permissions}**. With it the bot shuts a channel for a while and opens it again.',
  'channel.limit.begins.slow':
    'This channel goes slower for a while: wait {seconds, plural, =60 {1 minute} =300 {5 minutes} other {# seconds}} between two messages. Until {until}.',
  'channel.limit.begins.shut':
    'This channel is shut for a while, until {until}. Something on your mind? /praat works in another channel.',
  'channel.limit.ends.slow': 'This channel goes on as before.',
  'channel.limit.ends.shut': 'This channel is open again.',
  'queue.button.channel': 'Channel',
  'staff.channel-changed':
    '{channel} was slowed or shut for a while. Somebody changed that meanwhile. The bot left what stands there now: look whether it is right.',
  'staff.channel-cannot':
    'The bot cannot change {channel}: a permission is missing (Manage Channels or Manage Roles). The bot tries again. Is the channel still slowed or shut? Then put it back yourself.',
  'rules.age.both': 'This channel is for ages {from} to {until}.',
  'rules.age.from': 'This channel is for those aged {from} or older.',
  'rules.age.until': 'This channel is for those aged {until} or younger.',
  'rules.age.not-checked': 'The bot does not check this and keeps no ages.',
}
