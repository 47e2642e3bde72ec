import type { notice as dutch } from '../nl/notice.ts'

export const notice = {
  'info.description': 'All about this youth centre: who reads along, the rules, the hours.',
  'info.heading': '{house}',
  'info.text': 'What do you want to know? Only you see the answer.',
  'info.button.notice': 'Who reads along?',
  'info.button.rules': 'Rules',
  'info.button.hours': 'Opening hours',
  'info.button.meldplicht': 'What must we pass on?',
  'info.button.my-data': 'My data',
  'info.button.my-reports': 'My reports',
  'info.button.back': 'Back',
  'info.staff.heading': 'For the team',
  'info.staff.set-up': 'Everything that your agreements name is there on this server.',
  'info.staff.automatic': 'The last {days} days: {figures}',

  'notice.pinned.heading': 'Who reads along here?',
  'notice.pinned.who':
    'This is the Discord of **{house}**. The youth workers have the role **{role}**: they are real people. I am {bot}, a bot and not a counsellor.',
  'notice.pinned.reads.reports':
    'The bot does not read along. When someone reports a message or a filter sees something, a person looks at it. I do not hear or keep voice.',
  'notice.pinned.reads.full':
    'The bot reads every message in these channels, day and night. It shows what stands out to a person. I do not hear or keep voice.',
  'notice.pinned.hours': 'We are here: {hours}. Outside these hours nobody of us is there to answer.',
  'notice.pinned.secret':
    'Discord is not private. You can tell us anything, but we cannot keep everything secret. {meldplicht}',
  'notice.pinned.elsewhere':
    'Prefer a safer place to talk? Type /praat, or go to jac.be (in Dutch, ages 12 to 25). In English, day and night: 02 616 26 26. In Dutch: Awel 102, 106 day and night, 1813 about suicide. In danger? Call 112.',
  'notice.pinned.news': '**New since {date}:** {news}',
  'notice.pinned.news-plain': '**New since {date}.**',
  'notice.pinned.read-again':
    'Did you read an earlier version? Then read it again and press *I have read this*.',
  'notice.button.read-all': 'Read all of it',
  'notice.button.read': 'I have read this',
  'notice.read.thanks':
    'Thank you for reading this. We remember that you read it. The team only sees how many people did.',
  'notice.read.thanks-role':
    'Thank you for reading this. You now get the role {role}, so you can join in. We remember that you read it. The team only sees how many people did.',
  'notice.read.thanks-no-role':
    'Thank you for reading this. The bot cannot give you the role {role} now. Tell a youth worker, and press again later.',
  'notice.read.again': 'You said so on {date} already. Thank you.',
  'notice.read.outdated': 'There is a newer version by now. Will you read that one first?',
  'notice.read.done': 'On {date} you said that you read this.',
  'notice.full.heading': 'Who are we and what can you expect?',
  'notice.full.who':
    'This is the Discord of {house}. The youth workers have the role **{role}**. They are real people. I am {bot}, a bot. I am not a counsellor.',
  'notice.full.hours': '**When are we here?** {hours}. Outside these hours nobody of us is there to answer.',
  'notice.full.discord':
    '**Discord is not private.** Others can read along or take a screenshot. Discord keeps data. We cannot control that. For something sensitive, a safe chat is better. Type `/praat`.',
  'notice.full.anything':
    '**You can tell us anything.** We are not easily shocked. We will not laugh at you.',
  'notice.full.secret':
    '**Can it stay secret?** We do not spread what you tell us. But we cannot keep everything secret. {meldplicht} If it is safe, we tell you first.',
  'notice.full.then':
    '**And then?** Then we have to do something. You are still welcome. We say no to what happened. We do not say no to **you**.',
  'notice.full.parents': '**Will you tell my parents?** {answer}',
  'notice.full.reads.reports':
    '**What does the bot read?** The bot does not read along. When someone reports a message or a filter sees something, a person looks at it.',
  'notice.full.reads.full':
    '**What does the bot read?** The bot reads every message in these channels, day and night. It shows what stands out to a person.',
  'notice.full.voice': 'In a voice channel the bot does not listen. The bot records nothing.',
  'notice.full.decides':
    'The bot does not decide about you. A person does. We keep no lists of people and do not search other groups.',
  'notice.full.report':
    '**Seen something that is not okay?** Right-click the message, choose Apps, then *Meld dit bericht*. We do not tell who reported. Sometimes people can guess.',
  'notice.full.data': '**Your data:** type `/mijn-gegevens`.',
  'notice.full.contact': '**A complaint or question about us?** {name}, {contact}.',
  'notice.full.danger': '**In danger? Call 112. Police: 101.**',
  'notice.full.version': 'Version {version}.',
  'notice.full.signed': 'Checked by {by} on {date}.',

  'meldplicht.description': 'What can we keep secret, and what not?',
  'meldplicht.heading': 'Can it stay secret?',
  'meldplicht.short':
    'You can tell us anything. We do not spread what you tell us. But we cannot keep everything secret. {meldplicht} If it is safe, we tell you first. We will not be okay with what happened. But you stay welcome.',

  'hours.description': 'When is someone of us here?',
  'hours.heading': 'Opening hours',
  'hours.open-now': 'We are here now, until {until}.',
  'hours.closed-now': 'Nobody of us is here now. We are back {next}.',
  'hours.closed-no-next': 'Nobody of us is here now. We do not know yet when we open again.',
  'hours.day': '{days} {spans}',
  'hours.span': '{from} to {until}',
  'hours.days': '{first} to {last}',
  'hours.every-day': 'every day',
  'hours.moment.today': 'today at {clock}',
  'hours.moment.tomorrow': 'tomorrow at {clock}',
  'hours.moment.day': '{day} at {clock}',
  'hours.closed-all-week': 'no fixed hours at the moment',
  'hours.holidays-closed': 'not on public holidays',
  'hours.period': 'Closed from {from} until {until}, that day included.',
  'hours.period-day': 'Closed on {day}.',
  'hours.period-why': '{period} Reason: {why}.',
  'hours.cannot-wait':
    'Can’t it wait? Call 02 616 26 26 (English), day and night. In Dutch: 106 or 1813. Danger? Call 112.',

  'rules.description': 'What we agree on in this channel.',
  'rules.heading': 'Agreements in {channel}',
  'rules.purpose': '**What is this channel for?** {purpose}',
  'rules.norms': '**What do we agree on?**',
  'rules.norm': '- {norm}',
  'rules.no-norms': 'There are no separate agreements here. Be good to each other.',
  'rules.in-house-language': 'The rules themselves are in the language of this youth centre.',
  'rules.a-person-decides': 'A person decides, not the bot. Do you disagree? Talk to a youth worker.',

  'start.ready': '{bot} works in {house}.',
  'start.reading.reports': 'Way of reading: only reports and filters.',
  'start.reading.full': 'Way of reading: every message. The notice says so too.',
  'start.missing-permission':
    'In {channel} the bot lacks a permission: {permission}. Give it in the settings of the channel.',
  'start.channel-missing': 'The channel {channel} is in policies/house.yaml, but not on this server.',
  'start.role-missing': 'The role {role} is in policies/house.yaml, but not on this server.',
  'start.reporting-off':
    '**Reporting and “I prefer you” are off here** until this is mended. The queue goes on with /wachtrij.',
  'start.hours-missing':
    'There are no opening hours in policies/house.yaml. So nobody knows when someone looks.',
  'start.example':
    'These are still the agreements of the example. So the bot posts no notice, reads nothing and takes no reports. Type /huis opzet, or fill in policies/house.yaml: organisation, signature and integrity contact.',
  'start.notice-role.absent':
    'Who read the notice gets the role {role}. It does not exist on this server: make it, or change policies/house.yaml.',
  'start.notice-role.managed':
    'Who read the notice gets the role {role}. Discord lets nobody give that role: name another in policies/house.yaml.',
  'start.notice-role.rights':
    'Who read the notice gets the role {role}. For that the bot lacks the permission ManageRoles.',
  'start.notice-role.order':
    'Who read the notice gets the role {role}. Drag the role of the bot above it (Server Settings, Roles).',
  'start.content-missing':
    'The bot may not read messages (Message Content is off). Turn it on at Discord, or choose `reports` in policies/house.yaml.',
  'start.safe-mode':
    'The agreements in policies/ have {count, plural, one {# error} other {# errors}}. The bot goes on with the last good version. Type `npm run policy` to see what is wrong.',
  'start.stale-helplines':
    '{count, plural, one {# helpline has} other {# helplines have}} not been checked for long. Check them in policies/helplines.yaml: {names}.',
  'start.language-off':
    'The language {language} stays off: texts are missing. Type `npm run policy` to see which.',
} satisfies Record<keyof typeof dutch, string>
