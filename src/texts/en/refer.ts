export const refer = {
  'refer.start':
    'You send {writer} a line, in a private thread of the bot. It says that it comes from you. You are not in it yourself. Nobody sees whether {writer} opens it.',
  'refer.subject': 'What is it about? The bot does not keep the subject.',
  'refer.subject.placeholder': 'Choose a subject',
  'refer.line': 'Which line do you send? What is open now comes first.',
  'refer.line.placeholder': 'Choose a line',
  'refer.line.open.why': 'Open now',
  'refer.line.closed.why': 'Closed now',
  'refer.line.unknown.why': 'Hours on the site',
  'refer.form.title': 'Send a line',
  'refer.form.words.label': 'What do you write with it?',
  'refer.form.words.hint.why': 'With it comes: {line}. The bot forgets your words once they stand there.',
  'refer.words':
    'Hi! Maybe this is something for you: here you can talk to people who hear this often. You don’t have to do anything: you choose.',
  'refer.sent':
    'The bot now makes a private thread with {writer}, under {channel}. Nobody sees whether it is opened, and neither do you.',
  'refer.words-back': 'This is what you wrote:',
  'refer.cannot.bot': 'This message is from a bot. There is nobody to send something to.',
  'refer.cannot.own': 'This is your own message. Looking for something for yourself? Type /praat.',
  'refer.cannot.team': 'This message is from somebody of the team. Talk to that person yourself.',
  'refer.cannot.talk': 'This is not possible from a private talk. Say it in the talk itself.',
  'refer.cannot.staff': 'This is not possible in a channel of the team.',
  'refer.cannot.left': 'Whoever wrote this is no longer in the house. The bot sent nothing.',
  'refer.cannot.look': 'The bot cannot see now whose message this is. Nothing was sent. Try again later.',
  'refer.cannot.no-place':
    'This is not possible here: there is no channel for private talks, or the bot lacks permissions there. Talk to the person yourself.',
  'refer.cannot.not-seen':
    'This person does not see the channel for private talks. The bot sent nothing. Talk to the person yourself.',
  'refer.cannot.line': 'This line is no longer in the agreements. The bot sent nothing.',
  'refer.say.from': '{worker} sends you this.',
  'refer.say.choice': 'You don’t have to do anything. Nobody sees whether you open this.',
  'refer.say.readers': '**Who can read along?** You, and the owner of the server.',
  'refer.say.not-read': 'None of us reads what you write here. Want to talk with us? Press the button.',
  'refer.say.not-read-off':
    'None of us reads what you write here. Want to talk with us? Speak to a youth worker.',
  'refer.say.kept': 'The bot deletes this after {days, plural, one {a day} other {# days}}.',
  'refer.say.nobody': '**None of us reads along here.** Want to talk? Then you can go here:',
  'refer.say.left': '{worker}, whoever wrote that message is no longer in the house. Nobody received this.',
  'refer.button.send': 'Send a line as well',
  'refer.button.talk': 'Talk with us',
}
