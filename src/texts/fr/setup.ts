/** `/huis opzet` and `/huis status`: what whoever sets the house up reads. */
export const setup = {
  'setup.description': 'Configure le bot, étape par étape.',
  'setup.status.description': 'Vérifie si tout va bien, et ce qu’il te reste à faire.',
  'setup.heading': '**Configurer le bot** · étape {number} sur {of} : **{step}**',
  'setup.nothing-yet': 'Rien ne change avant que tu confirmes à la fin.',
  'setup.resumed': 'Tu continues là où cette configuration s’est arrêtée.',
  'setup.begin': 'Tape **/huis opzet** pour configurer le bot, étape par étape.',
  'setup.conflict':
    'Quelqu’un d’autre vient de choisir aussi, ou toi dans une autre fenêtre. Ton dernier choix n’est pas gardé. Voici où on en est :',
  'setup.gone':
    'Cette configuration n’existe plus : quelqu’un l’a confirmée ou jetée. Tape /huis opzet pour recommencer.',
  'setup.later':
    'Tout est gardé, pendant un mois. Tape /huis opzet pour continuer. Rien n’a changé pour le bot.',
  'setup.dropped': 'Cette configuration est jetée. Rien n’a changé pour le bot.',
  'setup.owner-only':
    'Cette maison est déjà configurée, mais le rôle des animateurs a disparu. Seul le propriétaire ou un administrateur du serveur peut réparer cela.',
  'setup.button.next': 'Continuer',
  'setup.button.back': 'Retour',
  'setup.button.later': 'Plus tard',
  'setup.button.drop': 'Jeter',
  'setup.button.names': 'Remplir les noms',
  'setup.button.signed': 'Qui a relu le texte ?',
  'setup.button.make': 'Créer ce qui manque',
  'setup.button.contact': 'Remplir noms et adresses',
  'setup.button.decided': 'Qui a décidé cela ?',
  'setup.button.hours': 'Taper les heures',
  'setup.button.region': 'Remplir un code postal',
  'setup.button.region-none': 'Pas de code postal',
  'setup.button.confirm': 'Confirmer',
  'setup.button.confirm-notice': 'Confirmer, avec le nouvel avis',
  'setup.button.notice-old': 'Texte entier actuel',
  'setup.button.notice-new': 'Nouveau texte entier',
  'setup.button.test': 'Préparer un signalement de test',
  'setup.button.status': 'Tout vérifier',

  'setup.step.language': 'Langue',
  'setup.step.organisation': 'Qui vous êtes',
  'setup.step.roles': 'Rôles',
  'setup.step.channels': 'Salons',
  'setup.step.alarm': 'Qui est prévenu',
  'setup.step.contact': 'Plaintes sur l’équipe',
  'setup.step.reading': 'Lecture',
  'setup.step.hours': 'Heures d’ouverture',
  'setup.step.retention': 'Conservation',
  'setup.step.region': 'Où vous êtes',
  'setup.step.summary': 'Vérifier et confirmer',

  'setup.about.language':
    'Quelle langue parle le bot ? Il répond dans la langue de la maison. Pour les autres langues, il y a un bouton sous la réponse.',
  'setup.about.organisation':
    'Quel type d’organisation êtes-vous ? Cela décide de ce que le bot dit de ce que vous devez signaler. Faites relire ce texte par votre direction ou un juriste, et notez qui l’a fait.',
  'setup.about.roles':
    'Qui est l’équipe ? Choisis les rôles de votre serveur.\n1. **Animateurs** : font tout avec le bot, aussi le configurer.\n2. **Modérateurs** : des adultes qui regardent les signalements et décident.\n3. **Bénévoles**, et modérateurs de moins de 18 ans : voient ce qui touche au comportement. Jamais une inquiétude pour quelqu’un, ou un mal fait à quelqu’un. Peut rester vide.',
  'setup.about.channels':
    'Choisis des salons qui existent, ou laisse le bot créer les salons privés.\n1. **Avis** : qui lit. Tout le monde voit ce salon.\n2. **File** : les messages qu’une personne doit regarder. Seule l’équipe le voit.\n3. **Alertes de Discord** (peut rester vide) : ce que voient les filtres de Discord. Seul le bot le voit.\n4. **Conversations** (peut rester vide) : les conversations privées sont en dessous. Tout le monde voit ce salon, personne n’y écrit.',
  'setup.about.alarm':
    'Qui est prévenu si personne ne prend un signalement ? Les deux peuvent rester vides.\n1. **Renfort** : si la personne de garde ne regarde pas. Ou si personne ne commence sa garde.\n2. **Appel** : pour un signalement aigu quand vous êtes fermés.',
  'setup.about.contact':
    'À qui parler d’un problème avec l’équipe ? Un tel signalement n’arrive jamais dans la file. Il va à cette personne, en message privé. Choisis de préférence quelqu’un hors de l’équipe.\n1. **Personne de confiance** sur Discord (peut rester vide).\n2. **Responsable** de la maison sur Discord (peut rester vide).',
  'setup.about.reading':
    '**Signalements seulement** : le bot ne lit rien lui-même. Une personne voit ce que quelqu’un signale. Une vraie maison commence ainsi.\n**Tout** : le bot lit chaque message des salons, jour et nuit, et montre ce qu’une personne doit regarder. C’est une décision de votre maison. Il faut un nom et un jour, et l’avis le dit.',
  'setup.about.hours':
    'Quand quelqu’un de l’équipe est-il là ? L’horloge d’un signalement ne tourne que pendant ces heures.',
  'setup.about.retention':
    'Combien de temps le bot garde-t-il les choses ? Plus court, c’est mieux pour tous.\n1. Les mots d’un signalement encore **ouvert** : 1 à 366 jours.\n2. Les mots d’un signalement **fermé** : 1 à 366 jours.\n3. **Qui a fait quoi**, sans les mots : 30 à 1830 jours.',
  'setup.about.region':
    'Dans quelle commune est votre maison ? Avec le code postal, /praat peut nommer un lieu proche. Ce n’est pas obligatoire.',
  'setup.about.summary': 'Regarde tout encore une fois.',

  'setup.language.placeholder': 'La langue de la maison',
  'setup.languages.placeholder': 'Quelles autres langues ?',
  'setup.language.off':
    'Pour {language}, il manque encore des textes à vous. Cette langue reste éteinte d’ici là.',
  'setup.kind.placeholder': 'Vous êtes… ?',
  'setup.kind.ambtenaar.option': 'Ville ou commune',
  'setup.kind.ambtenaar.why': 'Qui y travaille est fonctionnaire.',
  'setup.kind.vzw.option': 'Asbl (vzw)',
  'setup.kind.vzw.why': 'Une maison de jeunes ou une autre association.',
  'setup.kind.zorg.option': 'Soins',
  'setup.kind.zorg.why': 'Des intervenants, comme un JAC ou un CLB.',
  'setup.organisation.now':
    'Maison : **{house}**\nOrganisation : **{organisation}**\nRelu par **{by}** le {on}',
  'setup.organisation.says': 'L’avis dira alors :\n> {meldplicht}',
  'setup.unknown': 'pas encore rempli',
  'setup.names.title': 'Comment vous appelez-vous ?',
  'setup.names.house.label': 'La maison, comme les jeunes la connaissent',
  'setup.names.organisation.label': 'L’organisation',
  'setup.signed.title': 'Qui a relu le texte ?',
  'setup.decided.title': 'Qui a décidé de tout lire ?',
  'setup.by.label': 'Nom',
  'setup.on.label': 'Quel jour ? Vide : aujourd’hui',
  'setup.on.placeholder': 'par exemple 24/11/2026',
  'setup.on.wrong': 'Ce jour n’est pas clair, ou est dans le futur : {typed}. Écris par exemple 24/11/2026.',
  'setup.too-long': 'C’est trop long ou vide. Réessaie.',

  'setup.youthWorker.placeholder': '1. Le rôle des animateurs',
  'setup.moderator.placeholder': '2. Le rôle des modérateurs',
  'setup.volunteer.placeholder': '3. Le rôle des bénévoles',
  'setup.backUp.placeholder': '1. Le rôle du renfort',
  'setup.onCall.placeholder': '2. Le rôle pour les appels hors des heures',
  'setup.role.refused':
    'Ce rôle ne convient pas. Choisis un rôle que vous donnez vous-mêmes, pas celui de tous ou d’une app.',
  'setup.role.not-mentionable':
    'Ainsi personne ne l’entend. Sur Discord, permets à tous de mentionner le rôle {role}.',
  'setup.role.volunteers-see':
    'Le rôle {role} voit {channel}. Il y a là des cartes avec un nom. Retire-lui là le droit Voir le salon.',
  'setup.notice.placeholder': '1. Salon pour l’avis',
  'setup.queue.placeholder': '2. Salon pour la file',
  'setup.automodAlerts.placeholder': '3. Salon pour les alertes de Discord',
  'setup.talks.placeholder': '4. Salon pour les conversations',
  'setup.queue.open':
    'Tout le monde voit {channel}. Des messages de jeunes y arrivent : rends ce salon privé.',
  'setup.alerts.seen':
    'D’autres voient aussi {channel}. Il y a là des noms et des mots : seul le bot peut le voir.',
  'setup.talks.hidden': 'Tout le monde ne voit pas {channel}. Un jeune doit pouvoir le voir pour parler.',
  'setup.lacks': 'Dans {channel}, il manque au bot : **{permissions}**. Il en a besoin {purpose}.',
  'setup.lacks.server': 'Sur le serveur, il manque au bot : **{permissions}**. Il en a besoin {purpose}.',
  'setup.purpose.notice': 'pour publier l’avis et l’épingler',
  'setup.purpose.queue': 'pour publier les cartes de la file',
  'setup.purpose.closing': 'pour dire que vous êtes fermés',
  'setup.purpose.talks': 'pour ouvrir et fermer des conversations privées',
  'setup.purpose.alerts': 'pour lire ce que Discord a vu, et l’enlever',
  'setup.purpose.filters': 'pour régler les filtres de Discord',
  'setup.purpose.make': 'pour créer des salons',
  'setup.permission.ViewChannel': 'Voir le salon',
  'setup.permission.SendMessages': 'Envoyer des messages',
  'setup.permission.SendMessagesInThreads': 'Envoyer des messages dans les fils',
  'setup.permission.EmbedLinks': 'Intégrer des liens',
  'setup.permission.ReadMessageHistory': 'Voir les anciens messages',
  'setup.permission.PinMessages': 'Épingler des messages',
  'setup.permission.CreatePrivateThreads': 'Créer des fils privés',
  'setup.permission.ManageThreads': 'Gérer les fils',
  'setup.permission.ManageMessages': 'Gérer les messages',
  'setup.permission.ManageChannels': 'Gérer les salons',
  'setup.permission.ManageGuild': 'Gérer le serveur',
  'setup.permission.ManageRoles': 'Gérer les rôles',
  'setup.make.roles':
    'Choisis d’abord les rôles, une étape avant. Sinon le bot ne sait pas qui peut voir la file.',
  'setup.make.nothing': 'Il ne manque aucun salon privé.',
  'setup.make.done':
    'Le bot a créé {channels}. Tu peux leur donner un autre nom ou une autre place sur Discord.',
  'setup.make.busy':
    'Le bot crée les salons. Appuie encore sur le bouton dans un instant : il n’y en aura jamais un second.',
  'setup.make.refused':
    'Discord n’a pas laissé le bot créer un salon. Vérifie s’il a le droit Gérer les salons.',
  'setup.made.queue': 'file',
  'setup.made.automodAlerts': 'alertes-de-discord',
  'setup.made.talks': 'parler-avec-nous',
  'setup.made.queue.topic': 'Des messages que quelqu’un de l’équipe doit regarder.',
  'setup.made.automodAlerts.topic': 'Ce que voient les filtres de Discord. Pour le bot seul.',
  'setup.made.talks.topic': 'Tu veux parler avec quelqu’un de l’équipe ? Tape /praat.',

  'setup.integrity.placeholder': '1. La personne de confiance',
  'setup.responsible.placeholder': '2. Le ou la responsable',
  'setup.contact.now':
    'Personne de confiance : **{name}** ({contact})\nHors de la maison : **{outside}**\nResponsable : **{responsible}**',
  'setup.contact.accept':
    'Après ta confirmation, {person} écrit un message privé au bot, ou tape /integriteit ici, et dit oui. Alors seulement le bot lui écrit.',
  'setup.contact.nobody':
    'Sans personne sur Discord, le bot dit honnêtement que nul ici ne peut lire un tel signalement à part. Il montre alors seulement l’adresse.',
  'setup.contact.team':
    '{person} fait partie de l’équipe ou possède le serveur. Choisis plutôt quelqu’un d’extérieur.',
  'setup.contact.bot': 'C’est une app. Choisis une personne.',
  'setup.contact.none': 'personne',
  'setup.contact.title': 'Noms et adresses',
  'setup.contact.name.label': 'Nom de la personne de confiance',
  'setup.contact.address.label': 'Comment la joindre ? Mail ou téléphone',
  'setup.contact.outside.label': 'Quelqu’un hors de la maison (facultatif)',
  'setup.contact.outside-address.label': 'Comment le ou la joindre ?',
  'setup.contact.responsible.label': 'Responsable de la maison (facultatif)',

  'setup.reading.placeholder': 'Comment le bot lit-il ?',
  'setup.reading.reports.option': 'Signalements seulement',
  'setup.reading.reports.why': 'Le bot ne lit rien lui-même.',
  'setup.reading.full.option': 'Tout lire',
  'setup.reading.full.why': 'Le bot lit chaque message, jour et nuit.',
  'setup.reading.now': 'Choisi : **{way}**',
  'setup.reading.decided': 'Décidé par **{by}** le {on}',
  'setup.reading.no-intent':
    'Pour cela, « Message Content Intent » doit être allumé (Developer Portal, sous Bot). Ensuite le bot doit redémarrer. D’ici là, il s’en tient aux signalements.',

  'setup.hours.now': 'Voici où on en est :\n```\n{hours}\n```',
  'setup.hours.closed': 'fermé',
  'setup.hours.title': 'Heures d’ouverture',
  'setup.hours.label': 'Une ligne par jour',
  'setup.hours.placeholder': 'mercredi 14-18, 19-21.30',
  'setup.hours.wrong.day':
    'Dans cette ligne, le bot ne reconnaît aucun jour : `{line}`. Écris par exemple : mercredi 14-18',
  'setup.hours.wrong.time':
    'Dans cette ligne, les heures ne sont pas claires : `{line}`. Écris par exemple : mercredi 14-18, 19-21.30',
  'setup.hours.wrong.overlap': 'Ces heures se chevauchent : `{line}`. Fais-en un seul morceau.',
  'setup.hours.wrong.many': 'Un jour prend au plus quatre morceaux : `{line}`.',
  'setup.hours.kept': 'Ce que tu as tapé est encore dans le formulaire. Appuie encore sur le bouton.',
  'setup.holidays.placeholder': 'Les jours fériés',
  'setup.holidays.open.option': 'Ouvert les jours fériés',
  'setup.holidays.closed.option': 'Fermé les jours fériés',

  'setup.retention.openFlagDays.option': 'Ouvert : {days, plural, one {# jour} other {# jours}}',
  'setup.retention.closedFlagDays.option': 'Fermé : {days, plural, one {# jour} other {# jours}}',
  'setup.retention.auditIdsDays.option': 'Qui a fait quoi : {days, plural, one {# jour} other {# jours}}',
  'setup.retention.now': '{open} jours ouvert, {closed} jours fermé, {audit} jours qui a fait quoi',

  'setup.region.now': 'Code postal : **{region}**',
  'setup.region.none': 'Pas de code postal.',
  'setup.region.title': 'Où est votre maison ?',
  'setup.region.label': 'Code postal de quatre chiffres',
  'setup.region.wrong': 'Un code postal a quatre chiffres, comme 9000.',

  'setup.summary.missing': 'Il manque encore :',
  'setup.summary.at': '{gap} (étape {number})',
  'setup.summary.ready': 'Tout est rempli.',
  'setup.summary.problem': 'Ce n’est pas possible ainsi : {problem}',
  'setup.summary.more': '… et encore {count} choses. Tape ensuite /huis status.',
  'setup.gap.name': 'le nom de votre maison',
  'setup.gap.organisation': 'le nom de votre organisation',
  'setup.gap.signed': 'qui a relu le texte sur les signalements, et quand',
  'setup.gap.notice': 'un salon pour l’avis',
  'setup.gap.queue': 'un salon pour la file',
  'setup.gap.channels-same': 'un salon qui sert à deux choses : choisis-en deux',
  'setup.gap.youth-worker': 'le rôle des animateurs',
  'setup.gap.moderator': 'le rôle des modérateurs',
  'setup.gap.roles-same': 'un rôle à part pour les bénévoles',
  'setup.gap.contact': 'nom et adresse de la personne de confiance',
  'setup.gap.decided': 'comment le bot lit, et pour « tout » qui l’a décidé',
  'setup.gap.hours': 'au moins une heure d’ouverture',
  'setup.notice.changes': 'L’avis change. L’ancien texte et le nouveau sont ci-dessous.',
  'setup.notice.again': 'Il reçoit une nouvelle version. Tout le monde est invité à le relire.',
  'setup.notice.quiet': 'Personne ne doit le relire.',
  'setup.notice.same': 'L’avis reste le même.',
  'setup.notice.old': 'L’avis actuel',
  'setup.notice.new': 'Le nouvel avis',
  'setup.news.kind': 'Ce que nous devons signaler a changé.',
  'setup.news.reading.full': 'Le bot lit maintenant chaque message.',
  'setup.news.reading.reports': 'Le bot ne lit plus rien lui-même.',
  'setup.news.signed': 'Le texte a été relu.',

  'setup.stale':
    'Quelqu’un d’autre a changé les réglages entre-temps. Rien n’est gardé. Regarde tout encore une fois.',
  'setup.done': '**C’est fait.** Le bot travaille maintenant ainsi.',
  'setup.done.next':
    'Prépare maintenant un signalement de test avec l’équipe. Ainsi chacun voit si cela fonctionne.',
  'setup.test.name': 'Test de la configuration',
  'setup.test.words':
    'Ceci est un test. Personne n’a écrit ceci. Qui de l’équipe le voit : prends-le, et ferme-le.',
  'setup.test.done':
    'Le signalement de test arrive dans {channel}. Demande à toute l’équipe si elle le voit. Il est marqué comme exercice, ne compte pas et disparaît tout seul.',
  'setup.test.cannot':
    'Pas encore possible : il n’y a pas de salon pour la file, ou il y a trop d’exercices.',

  'setup.status.heading': 'Où en est le bot ici',
  'setup.status.well': 'Tout va bien.',
  'setup.status.channel': 'Il n’y a pas de salon pour {use} : {name}. Choisis-le dans /huis opzet.',
  'setup.status.use.queue': 'la file',
  'setup.status.use.notice': 'l’avis',
  'setup.status.use.closing': 'la phrase de fermeture',
  'setup.status.role': 'Le rôle {name} n’existe pas. Choisis un rôle dans /huis opzet.',
  'setup.status.hours': 'Il n’y a pas d’heures d’ouverture. Remplis-les avec /huis opzet.',
  'setup.status.reporting-off':
    'Les signalements et « Avec nous » sont éteints tant que ce n’est pas réparé.',
  'setup.status.talks-off': '« Avec nous » est éteint : il n’y a pas de salon. Choisis-le dans /huis opzet.',
  'setup.status.talks-gone':
    'Le salon des conversations n’existe plus. Choisis-en un autre dans /huis opzet.',
  'setup.status.alerts.not-chosen':
    'Il n’y a pas de salon pour les alertes de Discord. Ce n’est pas obligatoire.',
  'setup.status.alerts.missing':
    'Le salon pour les alertes de Discord n’existe pas. Choisis-le dans /huis opzet.',
  'setup.status.reads.full': 'Le bot lit chaque message.',
  'setup.status.reads.reports': 'Le bot ne lit rien lui-même : une personne voit ce que quelqu’un signale.',
  'setup.status.reads.not-told':
    'Le bot ne lit encore rien : l’avis n’est nulle part. Vérifie les salons dans /huis opzet.',
  'setup.status.reads.no-intent':
    'Vous avez choisi « tout », mais Discord ne donne pas de texte au bot. Allume « Message Content Intent » et redémarre le bot.',
  'setup.status.version': 'Accords : version {version}. Avis : version {notice}.',
  'setup.status.set': 'Réglé sur Discord : {set}. Le reste vient du dossier des accords.',
  'setup.status.folder': 'Tout vient du dossier des accords. Avec /huis opzet, tu le règles ici.',
  'setup.status.problem': 'Ce qui est réglé sur Discord ne va plus avec le dossier des accords : {problem}',
  'setup.status.draft': 'Une configuration attend d’être confirmée (étape {number}). Tape /huis opzet.',
  'setup.status.caught-up': 'Le bot n’a rien manqué. Il était là {when} pour la dernière fois.',
  'setup.status.behind':
    'Le bot était absent et doit encore relire {count, plural, one {# salon} other {# salons}}. Cela se fait tout seul.',
  'setup.status.contact.accepted':
    'La personne de confiance a dit oui : les signalements sur l’équipe vont à {name}.',
  'setup.status.contact.waiting':
    '{person} n’a pas encore dit oui. Demande-lui d’écrire un message privé au bot, ou de taper /integriteit ici.',
  'setup.status.contact.none':
    'Personne ici ne peut lire à part un signalement sur l’équipe. Choisis une personne de confiance dans /huis opzet.',
  'setup.status.readers':
    '{count, plural, one {# personne a} other {# personnes ont}} lu cette version de l’avis. {earlier} en ont lu seulement une ancienne.',
  'setup.status.example':
    'Ceci vient encore de l’exemple : {what}. Remplis-le avec /huis opzet ou dans le dossier.',
} as const
