export const doctor = {
  'doctor.mark.ok': 'ok',
  'doctor.mark.note': 'note',
  'doctor.mark.fault': 'fault',
  'doctor.end.ok': 'All is well.',
  'doctor.end.note': 'The bot can work. Look at what has “note” before it.',
  'doctor.end.fault': 'Like this the bot does not work, or not wholly. Mend what has “fault” before it.',
  'doctor.broken': 'Looking at {check} went wrong ({kind}). Report that as a fault of Huisbot.',
  'doctor.node.ok': 'Node {version} is fine.',
  'doctor.node.old': 'Node {version} is too old.\nInstall Node {wanted} or newer.',
  'doctor.policy.ok':
    'The agreements are right (version {version}, {rules, plural, one {# rule} other {# rules}}).',
  'doctor.policy.fault': 'Agreements: {problem}',
  'doctor.policy.not-there':
    'policies/houses has a folder for server {server}, but the bot is not there.\nCheck the number, or add the bot with npm run invite.',
  'doctor.policy.language-off':
    'The language {language} is off: not all texts are there.\nType npm run policy to see which.',
  'doctor.helplines.ok': 'The help lines were checked not long ago.',
  'doctor.helplines.stale':
    '{count, plural, one {# help line was} other {# help lines were}} not checked for long: {names}.\nCheck numbers and hours and put the new date (verifiedOn) in helplines.yaml.',
  'doctor.token.none':
    'There is no DISCORD_TOKEN.\nCopy .env.example to .env and put the token of your bot there.',
  'doctor.token.ok': 'Discord knows the bot: {name}.',
  'doctor.token.refused':
    'Discord does not accept this token.\nCopy it again (Developer Portal > Bot > Reset Token) to DISCORD_TOKEN.',
  'doctor.token.status': 'Discord answers with a fault ({status}).\nTry again later.',
  'doctor.token.offline': 'Discord cannot be reached.\nLook at the connection to the internet.',
  'doctor.intents.ok': 'The Message Content Intent is on, as the agreements ask.',
  'doctor.intents.off':
    'The Message Content Intent is off, and in the agreements the bot reads along (full).\nSwitch it on (Developer Portal > Bot), or put way: reports in house.yaml.',
  'doctor.intents.not-needed':
    'The Message Content Intent is on, but the bot does not read along (reports).\nSwitch it off (Developer Portal > Bot): then the bot can see no more than was agreed.',
  'doctor.intents.none': 'The bot asks for no special rights to read.',
  'doctor.servers.none': 'The bot is in no server.\nType npm run invite for the link.',
  'doctor.servers.ok': 'The bot is in {count, plural, one {# server} other {# servers}}: {names}.',
  'doctor.set-up.ok': '{server}: all that the agreements name is there.',
  'doctor.set-up.missing': 'On {server}: {line}',
  'doctor.channels.absent': '{server}: these channels stand in the agreements and are not there: {channels}.',
  'doctor.channels.hidden':
    '{server}: the bot does not see these channels, so it does not read there: {channels}.\nGive it View Channel there.',
  'doctor.channels.no-history':
    '{server}: the bot cannot read back here what it missed: {channels}.\nGive it Read Message History there.',
  'doctor.talks.no-channel':
    '{server}: the channel for talks is not there. “Rather with us” is off.\nMake the channel, or take talks out of house.yaml.',
  'doctor.talks.permissions':
    '{server}: in the channel for talks the bot lacks permissions: {missing}. “Rather with us” is off.\nGive it those there.',
  'doctor.volunteers':
    '{server}: the role {role} sees {channel}. Cards with a name on them stand there.\nTake View Channel away from that role there.',
  'doctor.notice-open':
    '{server}: everybody can write here without having read the notice: {channels}.\nGive only the role of those who read it the right to write there.',
  'doctor.permissions.administrator':
    '{server}: the bot is administrator. That is far more than it needs.\nGive it only the permissions of the link that npm run invite shows.',
  'doctor.permissions.power':
    '{server}: the agreements use the permission {permission}, and the bot does not have it.\nGive it to its role, or take away what needs it (npm run invite says what for).',
  'doctor.database.ok': 'The database {file} is whole ({size} MB).',
  'doctor.database.running': 'The database {file} is in use by a bot that runs ({size} MB).',
  'doctor.database.none':
    'There is no database {file} yet.\nThe bot makes it at its first start. Did this house have one? Look at DATABASE_URL.',
  'doctor.database.fault': 'Database: {why}',
  'doctor.database.server': 'The database {file} answers ({size} MB).',
  'doctor.database.server-fault':
    'The database {file} does not answer.\nLook at DATABASE_URL and the server.',
  'doctor.disk.ok': 'There is room on the disk: {free} MB.',
  'doctor.disk.little': 'Only {free} MB are left on the disk of the database.\nMake room before it is full.',
  'doctor.disk.full':
    'Only {free} MB are left on the disk of the database.\nMake room now: on a full disk the bot stores nothing.',
  'doctor.keys.ok': 'The key folder {folder} is right ({count, plural, one {# key} other {# keys}}).',
  'doctor.keys.none':
    'There is no key folder {folder} yet.\nThe bot makes it at its first start. Did this house have one? Look at HUISBOT_KEYS.',
  'doctor.keys.cannot-use':
    'The bot cannot use the key folder {folder}.\nGive the user of the bot permission to read and write there.',
  'doctor.keys.open':
    'Others can get into the key folder {folder} ({count, plural, one {# place} other {# places}}).\nType: chmod 700 on the folder and chmod 600 on the files.',
  'doctor.keys.damaged':
    'These keys are damaged: {names}.\nPut them back from where the keys are kept. Else what lies under them stays shut.',
  'doctor.keys.beside':
    'The key folder {folder} lies in the folder of the database.\nNever take that folder whole into a backup. npm run backup leaves the keys out.',
  'doctor.clock.ok': 'The clock of this machine is right.',
  'doctor.clock.wrong':
    'The clock of this machine is {minutes} minutes off that of Discord.\nSet it right (for example with timedatectl set-ntp true).',
  'doctor.running.ok': 'The bot that runs is well.',
  'doctor.running.off':
    'Whether a bot runs cannot be seen.\nSet HUISBOT_HEALTH=127.0.0.1:9464 if you want that.',
  'doctor.running.silent': 'No bot answers at HUISBOT_HEALTH. Is it running?',
  'doctor.running.fault':
    'The bot runs, but not well: {reasons}.\nLook in its log. docs/running.md says what each word means.',
} as const
