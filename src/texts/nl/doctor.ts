/** What `npm run doctor` says to whoever runs the bot: what it saw, and what to do about it. */
export const doctor = {
  'doctor.mark.ok': 'oké',
  'doctor.mark.note': 'let op',
  'doctor.mark.fault': 'fout',
  'doctor.end.ok': 'Alles is in orde.',
  'doctor.end.note': 'De bot kan werken. Kijk na waar “let op” voor staat.',
  'doctor.end.fault': 'Zo werkt de bot niet of niet helemaal. Maak in orde waar “fout” voor staat.',
  'doctor.broken': 'Bij het nakijken van {check} ging iets mis ({kind}). Meld dat als een fout van Huisbot.',
  'doctor.node.ok': 'Node {version} is goed.',
  'doctor.node.old': 'Node {version} is te oud.\nInstalleer Node {wanted} of nieuwer.',
  'doctor.policy.ok':
    'De afspraken zijn goed (versie {version}, {rules, plural, one {# regel} other {# regels}}).',
  'doctor.policy.fault': 'Afspraken: {problem}',
  'doctor.policy.not-there':
    'In policies/houses staat een map voor server {server}, maar de bot is daar niet.\nKijk het nummer na, of voeg de bot toe met npm run invite.',
  'doctor.policy.language-off':
    'De taal {language} staat uit: niet alle teksten zijn er.\nTyp npm run policy om te zien welke.',
  'doctor.helplines.ok': 'De hulplijnen zijn kort geleden nagekeken.',
  'doctor.helplines.stale':
    '{count, plural, one {# hulplijn is} other {# hulplijnen zijn}} al lang niet nagekeken: {names}.\nKijk nummers en uren na en zet de nieuwe datum (verifiedOn) in helplines.yaml.',
  'doctor.token.none':
    'Er is geen DISCORD_TOKEN.\nKopieer .env.example naar .env en zet daar het token van je bot.',
  'doctor.token.ok': 'Discord kent de bot: {name}.',
  'doctor.token.refused':
    'Discord aanvaardt dit token niet.\nKopieer het opnieuw (Developer Portal > Bot > Reset Token) naar DISCORD_TOKEN.',
  'doctor.token.status': 'Discord antwoordt met een fout ({status}).\nProbeer het later opnieuw.',
  'doctor.token.offline': 'Discord is niet bereikbaar.\nKijk de verbinding met het internet na.',
  'doctor.intents.ok': 'De Message Content Intent staat aan, zoals de afspraken vragen.',
  'doctor.intents.off':
    'De Message Content Intent staat uit, en in de afspraken leest de bot mee (full).\nZet hem aan (Developer Portal > Bot), of zet way: reports in house.yaml.',
  'doctor.intents.not-needed':
    'De Message Content Intent staat aan, maar de bot leest niet mee (reports).\nZet hem uit (Developer Portal > Bot): dan kan de bot niet meer zien dan afgesproken is.',
  'doctor.intents.none': 'De bot vraagt geen bijzondere rechten om te lezen.',
  'doctor.servers.none': 'De bot is in geen enkele server.\nTyp npm run invite voor de link.',
  'doctor.servers.ok': 'De bot is in {count, plural, one {# server} other {# servers}}: {names}.',
  'doctor.set-up.ok': '{server}: alles wat in de afspraken staat, is er.',
  'doctor.set-up.missing': 'Op {server}: {line}',
  'doctor.channels.absent': '{server}: deze kanalen staan in de afspraken en zijn er niet: {channels}.',
  'doctor.channels.hidden':
    '{server}: de bot ziet deze kanalen niet, en leest er dus niet: {channels}.\nGeef hem daar het recht Kanaal bekijken.',
  'doctor.channels.no-history':
    '{server}: de bot kan hier niet teruglezen wat hij miste: {channels}.\nGeef hem daar het recht Berichtgeschiedenis lezen.',
  'doctor.talks.no-channel':
    '{server}: het kanaal voor gesprekken is er niet. “Liever met ons” staat uit.\nMaak het kanaal, of neem talks weg uit house.yaml.',
  'doctor.talks.permissions':
    '{server}: in het kanaal voor gesprekken mist de bot rechten: {missing}. “Liever met ons” staat uit.\nGeef hem die daar.',
  'doctor.volunteers':
    '{server}: de rol {role} ziet {channel}. Daar staan kaarten met een naam erop.\nNeem die rol daar het recht Kanaal bekijken af.',
  'doctor.notice-open':
    '{server}: hier kan iedereen schrijven zonder de mededeling gelezen te hebben: {channels}.\nGeef daar alleen de rol van wie ze las het recht om te schrijven.',
  'doctor.permissions.administrator':
    '{server}: de bot is beheerder. Dat is veel meer dan hij nodig heeft.\nGeef hem alleen de rechten van de link die npm run invite toont.',
  'doctor.permissions.power':
    '{server}: de afspraken gebruiken het recht {permission}, en de bot heeft het niet.\nGeef het aan zijn rol, of neem weg wat het nodig heeft (npm run invite zegt waarvoor).',
  'doctor.database.ok': 'De databank {file} is heel ({size} MB).',
  'doctor.database.running': 'De databank {file} is in gebruik door een bot die werkt ({size} MB).',
  'doctor.database.none':
    'Er is nog geen databank {file}.\nDe bot maakt ze bij de eerste start. Had dit huis er een? Kijk DATABASE_URL na.',
  'doctor.database.fault': 'Databank: {why}',
  'doctor.database.server': 'De databank {file} antwoordt ({size} MB).',
  'doctor.database.server-fault': 'De databank {file} antwoordt niet.\nKijk DATABASE_URL en de server na.',
  'doctor.disk.ok': 'Er is plaats op de schijf: {free} MB.',
  'doctor.disk.little':
    'Er is nog maar {free} MB vrij op de schijf van de databank.\nMaak plaats voor ze vol is.',
  'doctor.disk.full':
    'Er is nog maar {free} MB vrij op de schijf van de databank.\nMaak nu plaats: met een volle schijf bewaart de bot niets.',
  'doctor.keys.ok': 'De sleutelmap {folder} is goed ({count, plural, one {# sleutel} other {# sleutels}}).',
  'doctor.keys.none':
    'Er is nog geen sleutelmap {folder}.\nDe bot maakt ze bij de eerste start. Had dit huis er een? Kijk HUISBOT_KEYS na.',
  'doctor.keys.cannot-use':
    'De bot kan de sleutelmap {folder} niet gebruiken.\nGeef de gebruiker van de bot daar lees- en schrijfrecht.',
  'doctor.keys.open':
    'Anderen kunnen in de sleutelmap {folder} ({count, plural, one {# plaats} other {# plaatsen}}).\nTyp: chmod 700 op de map en chmod 600 op de bestanden.',
  'doctor.keys.damaged':
    'Deze sleutels zijn beschadigd: {names}.\nZet ze terug van waar de sleutels bewaard zijn. Anders blijft dicht wat eronder ligt.',
  'doctor.keys.beside':
    'De sleutelmap {folder} staat in de map van de databank.\nNeem die map nooit in haar geheel mee in een back-up. npm run backup laat de sleutels weg.',
  'doctor.clock.ok': 'De klok van deze machine is juist.',
  'doctor.clock.wrong':
    'De klok van deze machine verschilt {minutes} minuten van die van Discord.\nZet ze juist (bijvoorbeeld met timedatectl set-ntp true).',
  'doctor.running.ok': 'De bot die werkt, is in orde.',
  'doctor.running.off':
    'Of een bot werkt, is niet na te kijken.\nZet HUISBOT_HEALTH=127.0.0.1:9464 als je dat wilt.',
  'doctor.running.silent': 'Er antwoordt geen bot op HUISBOT_HEALTH. Draait hij?',
  'doctor.running.fault':
    'De bot werkt, maar niet goed: {reasons}.\nKijk in zijn log. docs/running.md zegt wat elk woord betekent.',
} as const
