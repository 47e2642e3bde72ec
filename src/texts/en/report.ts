import type { report as dutch } from '../nl/report.ts'

export const report = {
  'report.name': 'Meld dit bericht',
  'report.title': 'Report this message',
  'report.reason.label': 'What is going on?',
  'report.reason.placeholder': 'Choose what fits best',
  'report.reason.worried.option': 'I am worried about him or her',
  'report.reason.threat.option': 'Someone threatens someone',
  'report.reason.hate.option': 'Hate because of who someone is',
  'report.reason.bullying.option': 'Someone bullies someone',
  'report.reason.sexual.option': 'Something sexual that is not okay',
  'report.reason.grooming.option': 'Someone asks strange things',
  'report.reason.personal-data.option': 'Someone’s data or photos are here',
  'report.reason.drugs.option': 'Selling or offering drugs',
  'report.reason.spam.option': 'Spam or advertising',
  'report.reason.other.option': 'Something else',
  'report.words.label': 'Want to add something? (may be empty)',
  'report.words.placeholder': 'For example: what happened before this message?',
  'report.who-reads':
    'Youth workers and moderators can read this. We do not tell who reported. Sometimes people can guess.',
  'report.thanks': 'Thank you for reporting. A youth worker looks at it. We do not tell who reported.',
  'report.thanks-closed':
    'Thank you for reporting. Nobody of us is here now. We are back {next}. Then we look at it. Can’t it wait? Call 02 616 26 26, day and night. Danger? Call 112.',
  'report.thanks-closed-no-next':
    'Thank you for reporting. Nobody of us is here now. As soon as we are, we look at it. Can’t it wait? Call 02 616 26 26, day and night. Danger? Call 112.',
  'report.already': 'You already reported this message. We have not forgotten it.',
  'report.cannot.bot': 'This message is from a bot. Is something wrong? Tell a youth worker.',
  'report.cannot.staff': 'Messages in a channel of the team cannot be reported here.',
  'report.cannot.too-old': 'This form was open for too long. Report the message again.',
  'report.cannot.own': 'This is your own message. Want to talk about it? Type /praat.',
  'report.form.open': 'Somebody of us is here now, until {until}.',
  'report.form.closed':
    'Nobody of us is here now. We are back {next}. Can it not wait? Call 02 616 26 26. Danger? Call 112.',
  'report.form.closed-no-next':
    'Nobody of us is here now. Can it not wait? Call 02 616 26 26. Danger? Call 112.',
  'report.reads.contact':
    'This is about somebody of the team. Only {name} reads it, not the team. We do not say who told us. Sometimes people can guess.',
  'report.reads.choice':
    'Is it about somebody of the team? Choose that below. Then only {name} reads it, not the team.',
  'report.reads.choice-nobody':
    'Is it about somebody of the team? None of us stands apart from that. Choose it and you see where to go. Do not type then.',
  'report.reads.outside':
    'Is it about {contactName} or about the owner of the server? Then go to {name}: {contact}.',
  'report.about.label': 'Who is it about?',
  'report.about.member.option': 'About a member, or not sure',
  'report.about.team.option': 'About somebody of the team',
  'report.nobody':
    'This is about somebody of the team. None of us stands apart from that. So we close it here, for that reason. We keep nothing of what you wrote. {outside} Danger? Call 112.',
  'report.outside': 'Go to {name}: {contact}.',
  'report.no-outside': 'Talk about it with somebody outside this house: type /praat.',
  'report.thanks.contact':
    'Thank you for reporting this. Only {name} reads it, not the team. We do not tell who reported it. Danger? Call 112.',
  'report.thanks.follow': 'Your report is in /mijn-meldingen.',
  'report.too-many':
    'You just sent a lot of reports. We know of them all. Try again in {minutes, plural, one {# minute} other {# minutes}}. Is somebody in danger or are you worried? Tell us that at once.',
  'report.your-words': 'This is what you wrote:',
  'report.off':
    'Reporting does not work here yet: this house is not ready to follow it up. Need help? Type /praat. Danger? Call 112.',
  'report.button.tell': 'Let me know when it is done',
  'report.tell.done':
    'Good. When it is done, the bot sends you one direct message: “There is news”. It does not say what. If that does not work, it is in /mijn-meldingen.',
  'report.tell.off': 'Good. The bot sends you nothing about it.',
  'report.news': 'There is news: /mijn-meldingen',
  'report.in-talk':
    'This is a private talk. We never keep words of it: only the link and your reason. Feel free to talk about it in the talk itself.',
  'report.cannot.link':
    'This is not a link to a message on this server. Right-click the message and choose “Copy message link”. Or leave the link empty: then it is about something in this channel.',
  'report.cannot.hidden':
    'That message is not there, or you cannot see it. You can also type /meld without a link.',
  'report.cannot.look':
    'The bot could not see who wrote this message. Nothing was reported yet. Please try again. Danger? Call 112.',
  'meld.description': 'Report a message or something in this channel. Only you see the answer.',
  'meld.link.description': 'The link of the message. Leave empty for something in this channel.',
  'meld.title': 'Report something in this channel',
  'mine.description': 'Your reports: follow them or take them back. Say so when it is not okay yet.',
  'mine.heading': 'Your reports',
  'mine.only-you': 'Only you see this. We never say what happened to somebody else.',
  'mine.none':
    'You have no reports. Saw something that is not okay? Right-click the message, choose Apps and then *Meld dit bericht*. Or type /meld.',
  'mine.more': 'These are your {count} newest reports.',
  'mine.state.received': 'Received.',
  'mine.state.closed': 'Closed. Somebody of the team looked at it.',
  'mine.state.closed-contact': 'Closed. The contact person looked at it.',
  'mine.state.nobody': 'Closed. None of us stands apart from that.',
  'mine.state.withdrawn': 'Taken back by you.',
  'mine.choose.placeholder': 'Choose a report',
  'mine.button.withdraw': 'Take back',
  'mine.button.again': 'It is not okay yet',
  'mine.button.untell': 'Do not let me know',
  'mine.withdraw.closed':
    'Your report is taken back and closed. Not okay after all? You can always report again.',
  'mine.withdraw.stays':
    'Your report is taken back. What you told us may stay with the team. For example when somebody already looks at it.',
  'mine.again.done': 'Thank you for saying so. Somebody will look at it again.',
  'mine.changed': 'This has changed meanwhile. Type /mijn-meldingen again.',
  'mine.outside': 'Do you not want to wait? Go to {name}: {contact}.',
} satisfies Record<keyof typeof dutch, string>
