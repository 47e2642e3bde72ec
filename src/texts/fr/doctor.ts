export const doctor = {
  'doctor.mark.ok': 'bien',
  'doctor.mark.note': 'à voir',
  'doctor.mark.fault': 'erreur',
  'doctor.end.ok': 'Tout est en ordre.',
  'doctor.end.note': 'Le bot peut travailler. Regarde ce qui est marqué « à voir ».',
  'doctor.end.fault':
    'Ainsi, le bot ne travaille pas, ou pas entièrement. Corrige ce qui est marqué « erreur ».',
  'doctor.broken': 'La vérification de {check} a échoué ({kind}). Signale-le comme une erreur de Huisbot.',
  'doctor.node.ok': 'Node {version} convient.',
  'doctor.node.old': 'Node {version} est trop ancien.\nInstalle Node {wanted} ou plus récent.',
  'doctor.policy.ok':
    'Les accords sont bons (version {version}, {rules, plural, one {# règle} other {# règles}}).',
  'doctor.policy.fault': 'Accords : {problem}',
  'doctor.policy.not-there':
    'Il y a dans policies/houses un dossier pour le serveur {server}, mais le bot n’y est pas.\nVérifie le numéro, ou ajoute le bot avec npm run invite.',
  'doctor.policy.language-off':
    'La langue {language} est désactivée : il manque des textes.\nTape npm run policy pour voir lesquels.',
  'doctor.helplines.ok': 'Les lignes d’aide ont été vérifiées récemment.',
  'doctor.helplines.stale':
    '{count, plural, one {# ligne d’aide n’a} other {# lignes d’aide n’ont}} plus été vérifiées depuis longtemps : {names}.\nVérifie les numéros et les heures et mets la nouvelle date (verifiedOn) dans helplines.yaml.',
  'doctor.token.none':
    'Il n’y a pas de DISCORD_TOKEN.\nCopie .env.example vers .env et mets-y le jeton de ton bot.',
  'doctor.token.ok': 'Discord connaît le bot : {name}.',
  'doctor.token.refused':
    'Discord n’accepte pas ce jeton.\nCopie-le à nouveau (Developer Portal > Bot > Reset Token) dans DISCORD_TOKEN.',
  'doctor.token.status': 'Discord répond par une erreur ({status}).\nRéessaie plus tard.',
  'doctor.token.offline': 'Discord est injoignable.\nVérifie la connexion à internet.',
  'doctor.intents.ok': 'Le Message Content Intent est activé, comme le demandent les accords.',
  'doctor.intents.off':
    'Le Message Content Intent est désactivé, et selon les accords le bot lit (full).\nActive-le (Developer Portal > Bot), ou mets way: reports dans house.yaml.',
  'doctor.intents.not-needed':
    'Le Message Content Intent est activé, mais le bot ne lit pas (reports).\nDésactive-le (Developer Portal > Bot) : le bot ne peut alors pas voir plus que convenu.',
  'doctor.intents.none': 'Le bot ne demande aucun droit spécial pour lire.',
  'doctor.servers.none': 'Le bot n’est dans aucun serveur.\nTape npm run invite pour le lien.',
  'doctor.servers.ok': 'Le bot est dans {count, plural, one {# serveur} other {# serveurs}} : {names}.',
  'doctor.set-up.ok': '{server} : tout ce que nomment les accords est là.',
  'doctor.set-up.missing': 'Sur {server} : {line}',
  'doctor.channels.absent': '{server} : ces salons sont dans les accords et n’existent pas : {channels}.',
  'doctor.channels.hidden':
    '{server} : le bot ne voit pas ces salons, donc il n’y lit pas : {channels}.\nDonne-lui là le droit Voir le salon.',
  'doctor.channels.no-history':
    '{server} : le bot ne peut pas relire ici ce qu’il a manqué : {channels}.\nDonne-lui là le droit Voir les anciens messages.',
  'doctor.talks.no-channel':
    '{server} : le salon des conversations n’existe pas. « Plutôt avec nous » est désactivé.\nCrée le salon, ou enlève talks de house.yaml.',
  'doctor.talks.permissions':
    '{server} : dans le salon des conversations il manque au bot des droits : {missing}. « Plutôt avec nous » est désactivé.\nDonne-les-lui là.',
  'doctor.volunteers':
    '{server} : le rôle {role} voit {channel}. Il y a là des cartes avec un nom.\nEnlève à ce rôle le droit Voir le salon.',
  'doctor.notice-open':
    '{server} : ici tout le monde peut écrire sans avoir lu l’avis : {channels}.\nNe donne le droit d’écrire qu’au rôle de ceux qui l’ont lu.',
  'doctor.permissions.administrator':
    '{server} : le bot est administrateur. C’est bien plus qu’il ne lui faut.\nDonne-lui seulement les droits du lien que montre npm run invite.',
  'doctor.permissions.power':
    '{server} : les accords utilisent le droit {permission}, et le bot ne l’a pas.\nDonne-le à son rôle, ou enlève ce qui en a besoin (npm run invite dit pourquoi).',
  'doctor.database.ok': 'La base de données {file} est entière ({size} Mo).',
  'doctor.database.running': 'La base de données {file} est utilisée par un bot qui travaille ({size} Mo).',
  'doctor.database.none':
    'Il n’y a pas encore de base de données {file}.\nLe bot la crée au premier démarrage. Cette maison en avait une ? Vérifie DATABASE_URL.',
  'doctor.database.fault': 'Base de données : {why}',
  'doctor.database.server': 'La base de données {file} répond ({size} Mo).',
  'doctor.database.server-fault':
    'La base de données {file} ne répond pas.\nVérifie DATABASE_URL et le serveur.',
  'doctor.disk.ok': 'Il y a de la place sur le disque : {free} Mo.',
  'doctor.disk.little':
    'Il ne reste que {free} Mo sur le disque de la base de données.\nFais de la place avant qu’il soit plein.',
  'doctor.disk.full':
    'Il ne reste que {free} Mo sur le disque de la base de données.\nFais de la place maintenant : sur un disque plein le bot ne garde rien.',
  'doctor.keys.ok': 'Le dossier des clés {folder} est bon ({count, plural, one {# clé} other {# clés}}).',
  'doctor.keys.none':
    'Il n’y a pas encore de dossier des clés {folder}.\nLe bot le crée au premier démarrage. Cette maison en avait un ? Vérifie HUISBOT_KEYS.',
  'doctor.keys.cannot-use':
    'Le bot ne peut pas utiliser le dossier des clés {folder}.\nDonne à l’utilisateur du bot le droit d’y lire et d’y écrire.',
  'doctor.keys.open':
    'D’autres peuvent entrer dans le dossier des clés {folder} ({count, plural, one {# endroit} other {# endroits}}).\nTape : chmod 700 sur le dossier et chmod 600 sur les fichiers.',
  'doctor.keys.damaged':
    'Ces clés sont abîmées : {names}.\nRemets-les depuis l’endroit où elles sont gardées. Sinon ce qu’elles ferment reste fermé.',
  'doctor.keys.beside':
    'Le dossier des clés {folder} se trouve dans le dossier de la base de données.\nNe prends jamais ce dossier entier dans une sauvegarde. npm run backup laisse les clés.',
  'doctor.clock.ok': 'L’horloge de cette machine est juste.',
  'doctor.clock.wrong':
    'L’horloge de cette machine diffère de {minutes} minutes de celle de Discord.\nMets-la à l’heure (par exemple avec timedatectl set-ntp true).',
  'doctor.running.ok': 'Le bot qui travaille va bien.',
  'doctor.running.off':
    'On ne peut pas voir si un bot travaille.\nMets HUISBOT_HEALTH=127.0.0.1:9464 si tu le veux.',
  'doctor.running.silent': 'Aucun bot ne répond à HUISBOT_HEALTH. Est-il en marche ?',
  'doctor.running.fault':
    'Le bot travaille, mais pas bien : {reasons}.\nRegarde dans son journal. docs/running.md dit ce que chaque mot veut dire.',
} as const
