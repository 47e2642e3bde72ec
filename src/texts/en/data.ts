import type { data as dutch } from '../nl/data.ts'

export const data = {
  'data.description': 'What does the bot keep about you? See, download, correct or delete it.',
  'data.heading': 'Your data',
  'data.always':
    'We never say who reported something. We do not show what somebody still looks at. Nor what we must keep or pass on. Maybe there is such a thing, maybe not: we say this to everybody.',
  'data.none': 'We keep nothing with your name here that we can show.',
  'data.part.reports': 'Reports that you made: {count}. The last one is deleted on {day}.',
  'data.part.reports-open':
    'Reports that you made: {count}. We begin to count on the day that we close them.',
  'data.part.decisions':
    'Messages of yours that somebody looked at: {count}. The last one is deleted on {day}.',
  'data.part.objections': 'Objections by you: {count}.',
  'data.part.notes': 'Notes about your data: {count}. The last one is deleted on {day}.',
  'data.part.drafts': 'A report that you did not send yet. It is deleted within half an hour.',
  'data.part.team':
    'What you did as a member of the team: {count, plural, one {# time} other {# times}}. We forget who it was after {days} days.',
  'data.part.lines-sent': 'Lines that one of us sent you: {count}. That is deleted together with the thread.',
  'data.part.talks': 'Talks with us that you asked for: {count}. That is deleted together with the talk.',
  'data.part.notice': 'You said that you read the notice (version {version}). That is deleted on {day}.',
  'data.part.consent': 'You said yes to direct messages as the contact person.',
  'data.terms':
    'What you wrote is deleted {words, plural, one {# day} other {# days}} after closing. Who was involved, {ids, plural, one {# day} other {# days}} after closing. That is also so when you leave the server.',
  'data.praat': 'Of /praat we keep nothing about you.',
  'data.button.export': 'Download a file (JSON)',
  'data.button.correct': 'Correct something',
  'data.button.delete': 'Delete my data',
  'data.button.delete-sure': 'Yes, delete it now',
  'data.export.text':
    'This is everything that we can show, in one file. Only you see this. Keep it in a safe place.',
  'data.correct.title': 'Correct something',
  'data.correct.label': 'What is not right?',
  'data.correct.placeholder': 'For example: this message was a joke among friends.',
  'data.correct.reads':
    'Only the youth workers read this. They know that it is from you. It is deleted after {days, plural, one {# day} other {# days}}.',
  'data.correct.done':
    'Thank you. A youth worker will look at it. In /mijn-gegevens you see whether it was read.',
  'data.correct.too-many':
    'You just wrote some. We will read them. Write more tomorrow, or talk to a youth worker.',
  'data.note.open': '{day}: not read yet',
  'data.note.done': '{day}: read',
  'data.note.heading': 'Somebody wrote something about their data',
  'data.note.text':
    'Read it with *Toon*. Is it right? Talk about it with the young person. Then press *Gelezen*.',
  'data.note.from': 'From: {writer}',
  'data.note.read-by': 'Read by {reader}',
  'data.note.gone': 'This note is no longer there: its time is over, or its writer deleted it.',
  'data.note.button.show': 'Show',
  'data.note.button.done': 'Read',
  'data.delete.ask':
    'We delete now:\n- what you wrote with reports that are closed;\n- your notes;\n- your name with messages that nothing was done about.\n\nAfter that you cannot object to what is gone.\n\nThis stays for now, and why:\n- What somebody still looks at: else we can help nobody. We begin to count when it is closed.\n- What we decided: {ids} days. We must be able to explain it.\n- Who did what, without words: {ids} days. So we can check our work.\n- What the law asks us to keep.',
  'data.delete.done':
    'Deleted: {count}. What stays and until when, you see in /mijn-gegevens. What somebody still looks at we show to nobody. When it is closed, we begin to count.',
  'objection.description': 'Not okay with a decision about your message? Somebody else looks again.',
  'objection.heading': 'Objection',
  'objection.none':
    'There is no decision that you can object to now. Is something not right? Talk to a youth worker, or go to {name}: {contact}.',
  'objection.choose': 'Which decision is it about?',
  'objection.choose.placeholder': 'Choose a decision',
  'objection.title': 'Objection',
  'objection.words.label': 'Why do you not agree? (may be empty)',
  'objection.words.placeholder': 'For example: what did you mean with your message?',
  'objection.reads':
    'Someone else looks again, not who decided. The team can read what you write. You can do this once for each decision.',
  'objection.received':
    'Your objection was received. Somebody else looks again. You see the result in /bezwaar.',
  'objection.cannot': 'You cannot object (any more) to this decision. Type /bezwaar again.',
  'objection.state.received': '{day}: received. Somebody else looks again.',
  'objection.state.looked': '{day}: somebody else looked again.',
  'objection.state.stays': '{day}: somebody else looked again. The decision stays.',
  'objection.state.changed': '{day}: somebody else looked again and decided differently: {outcome}.',
} satisfies Record<keyof typeof dutch, string>
