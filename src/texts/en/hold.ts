import type { hold as dutch } from '../nl/hold.ts'

export const hold = {
  'held.description': 'Was a message of yours held back? See why here. Only you see the answer.',
  'held.line': 'A message was held back. Was it yours? Press here.',
  'held.line-news': 'There is news about a message that was held back. Was it yours? Press here.',
  'held.button.look': 'Look',
  'held.none': 'No message of yours is held back.',
  'held.waiting':
    'Your message in {channel} is not there for now. A rule held it back: {why} A rule can be wrong. That is why a person looks at it. If you disagree with what that person decides, type /bezwaar. Need help? Type /praat.',
  'held.waiting-closed': 'None of us is here now. We are back {next}. Then we look at it.',
  'held.kept-out':
    'A person looked at your message in {channel}. It stays out. The reason: {why} Do you disagree? Type /bezwaar. We are happy to talk about it with you.',
  'held.given':
    'A person looked at your message in {channel}. It is fine there. Sorry that you had to wait. Copy your text and post it yourself. Or let the bot do it.',
  'held.quoted': 'The bot posted your message in {channel}. Want it gone? Press the button under it.',
  'held.over': 'A message of yours in {channel} was held back. That is over now.',
  'held.words-gone': 'The bot no longer has your text. The time that we keep it is over.',
  'held.more': 'Another message of yours was held back. Press once more.',
  'held.button.post': 'Let the bot post it',
  'held.posting': 'The bot posts your message. Want it gone later? Press the button under it.',
  'held.quote': '**{name}** wrote:',
  'held.button.withdraw': 'Take away (only who wrote it)',
  'held.withdrawn': 'Your message goes away.',
  'held.not-yours': 'Only who wrote the message can do this. Is something wrong? Tell a youth worker.',
  'held.too-late': 'This is no longer possible. It changed meanwhile.',
  'norm.images': 'In this channel a person looks at images.',
  'norm.video': 'In this channel a person looks at videos.',
  'norm.audio': 'In this channel a person looks at sound.',
  'norm.files': 'In this channel a person looks at files.',
  'norm.links': 'In this channel a person looks at links.',
  'norm.blocked-link': 'This link is on our list. A person looks at it.',
  'norm.look-alike-link': 'This link looks like a known site, but leads somewhere else.',
  'norm.newcomer-link': 'Somebody who is new in the house posts a link here.',
  'norm.newcomer-attachment': 'Somebody new in the house posts a file or a picture here.',
  'automod.seen': 'A filter of Discord saw a word from our agreements.',
  'automod.seen-preset': 'A filter of Discord saw a word from Discord’s own list.',
  'automod.block':
    'This message does not fit our rules, so it was not posted. Do you disagree? Type /bezwaar. Need help? Type /praat.',
  'hold.description': 'Keep something longer for the law, or stop it. For youth workers.',
  'hold.subject.description':
    'The code of the card, or the link of the message. Leave empty to see what is kept.',
  'hold.heading': 'Kept longer for the law',
  'hold.none': 'Nothing is kept longer. Type /bewaring with the code of a card or the link of a message.',
  'hold.line': '{code}: up to and including {day}, by {name}. Reason: {why}',
  'hold.not-found': 'This was not found. Give the code that is on the card, or the link of the message.',
  'hold.title': 'Keep longer for the law',
  'hold.about':
    'Only when police, prosecutor or a judge asks for it, or when a young person needs it for a complaint. On the end date it is deleted. Each hold is written in the log.',
  'hold.name.label': 'Who asks for this? (name, service)',
  'hold.why.label': 'Why? (short, no details)',
  'hold.until.label': 'Up to and including which day? (yyyy-mm-dd)',
  'hold.bad-date':
    'Write the end date as 2027-03-31: after today, and at most a year away. Type /bewaring again.',
  'hold.done':
    '{code} is kept up to and including {day}. After that it is deleted. You can stop with /bewaring.',
  'hold.nothing-left':
    'With {code} the words are deleted already. What is left is kept up to and including {day}.',
  'hold.stop.placeholder': 'Stop a hold',
  'hold.stopped': 'Stopped. The usual term applies again. What should have been gone is deleted now.',
} satisfies Record<keyof typeof dutch, string>
