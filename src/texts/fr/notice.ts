import type { notice as dutch } from '../nl/notice.ts'

export const notice = {
  'info.description': 'Tout sur cette maison de jeunes : qui lit, les règles, les heures.',
  'info.heading': '{house}',
  'info.text': 'Que veux-tu savoir ? Toi seul·e vois la réponse.',
  'info.button.notice': 'Qui lit ici ?',
  'info.button.rules': 'Règles',
  'info.button.hours': 'Heures d’ouverture',
  'info.button.meldplicht': 'Que devons-nous signaler ?',
  'info.button.my-data': 'Mes données',
  'info.button.my-reports': 'Mes signalements',
  'info.button.back': 'Retour',
  'info.staff.heading': 'Pour l’équipe',
  'info.staff.set-up': 'Tout ce que vos accords nomment existe sur ce serveur.',
  'info.staff.automatic': 'Les {days} derniers jours : {figures}',

  'notice.pinned.heading': 'Qui lit ici ?',
  'notice.pinned.who':
    'Ceci est le Discord de **{house}**. Les animateurs ont le rôle **{role}** : ce sont de vraies personnes. Moi, {bot}, je suis un bot et pas un psy.',
  'notice.pinned.reads.reports':
    'Le bot ne lit pas vos messages. Quelqu’un signale un message, ou un filtre voit quelque chose ? Alors une personne regarde. Je n’entends pas la voix et je ne la garde pas.',
  'notice.pinned.reads.full':
    'Le bot lit chaque message dans ces canaux, jour et nuit. Il montre à une personne ce qui l’étonne. Je n’entends pas la voix et je ne la garde pas.',
  'notice.pinned.hours': 'Nous sommes là : {hours}. En dehors de ces heures, personne de l’équipe ne répond.',
  'notice.pinned.secret':
    'Discord n’est pas privé. Tu peux tout nous dire, mais nous ne pouvons pas tout garder secret. {meldplicht}',
  'notice.pinned.elsewhere':
    'Tu préfères un endroit plus sûr ? Tape /praat. En français : 103 (Écoute-Enfants), 107 jour et nuit, 0800 32 123 si tu penses au suicide. En néerlandais : jac.be, Awel 102, 106, 1813. En danger ? Appelle le 112.',
  'notice.pinned.news': '**Nouveau depuis le {date} :** {news}',
  'notice.pinned.news-plain': '**Nouveau depuis le {date}.**',
  'notice.pinned.read-again':
    'Tu as lu une version plus ancienne ? Relis le message et appuie sur *J’ai lu ceci*.',
  'notice.button.read-all': 'Tout lire',
  'notice.button.read': 'J’ai lu ceci',
  'notice.read.thanks':
    'Merci d’avoir lu ceci. On retient que tu l’as lu. L’équipe voit seulement combien de personnes l’ont lu.',
  'notice.read.thanks-role':
    'Merci d’avoir lu ceci. Tu reçois maintenant le rôle {role}, pour participer. On retient que tu l’as lu. L’équipe voit seulement combien de personnes l’ont lu.',
  'notice.read.thanks-no-role':
    'Merci d’avoir lu ceci. Le bot ne peut pas te donner le rôle {role} pour l’instant. Dis-le à l’équipe, et appuie encore plus tard.',
  'notice.read.again': 'Tu l’as déjà dit le {date}. Merci.',
  'notice.read.outdated': 'Entre-temps, il y a une nouvelle version. Tu veux d’abord lire celle-là ?',
  'notice.read.done': 'Le {date}, tu as dit que tu as lu ceci.',
  'notice.full.heading': 'Qui sommes-nous et que peux-tu attendre de nous ?',
  'notice.full.who':
    'Ceci est le Discord de {house}. Les animateurs ont le rôle **{role}**. Ce sont de vraies personnes. Moi, {bot}, je suis un bot. Je ne suis pas un psy.',
  'notice.full.hours':
    '**Quand sommes-nous là ?** {hours}. En dehors de ces heures, personne de l’équipe ne répond.',
  'notice.full.discord':
    '**Discord n’est pas privé.** D’autres peuvent lire ou faire une capture d’écran. Discord garde des données. Nous ne le contrôlons pas. Pour un sujet sensible, un chat sûr est mieux. Tape `/praat`.',
  'notice.full.anything': '**Tu peux tout nous dire.** On ne se moquera pas de toi.',
  'notice.full.secret':
    '**Est-ce que ça reste secret ?** On ne répète pas ce que tu dis. Mais on ne peut pas tout garder secret. {meldplicht} Si c’est possible sans danger, on te le dit d’abord.',
  'notice.full.then':
    '**Et après ?** On doit faire quelque chose. Tu restes le ou la bienvenue. On n’accepte pas ce qui s’est passé. Mais on ne te rejette pas, **toi**.',
  'notice.full.parents': '**Vous le direz à mes parents ?** {answer}',
  'notice.full.reads.reports':
    '**Que lit le bot ?** Le bot ne lit pas vos messages. Si quelqu’un signale un message ou si un filtre voit quelque chose, une personne regarde.',
  'notice.full.reads.full':
    '**Que lit le bot ?** Le bot lit chaque message dans ces canaux, jour et nuit. Il montre à une personne ce qui l’étonne.',
  'notice.full.voice': 'Dans un canal vocal, le bot n’écoute pas. Le bot n’enregistre rien.',
  'notice.full.decides':
    'Le bot ne décide rien sur toi. Une personne décide. Nous ne faisons pas de listes de personnes. Nous ne cherchons pas dans d’autres groupes.',
  'notice.full.report':
    '**Tu as vu quelque chose qui ne va pas ?** Clic droit sur le message, puis Applications et *Meld dit bericht*. On ne dit pas qui a signalé. Parfois, ça se devine.',
  'notice.full.data': '**Tes données :** tape `/mijn-gegevens`.',
  'notice.full.contact': '**Une plainte ou une question sur nous ?** {name}, {contact}.',
  'notice.full.danger': '**En danger ? Appelle le 112. Police : 101.**',
  'notice.full.version': 'Version {version}.',
  'notice.full.signed': 'Vérifié par {by} le {date}.',

  'meldplicht.description': 'Que pouvons-nous garder secret, et quoi non ?',
  'meldplicht.heading': 'Est-ce que ça reste secret ?',
  'meldplicht.short':
    'Tu peux tout nous dire. On ne répète pas ce que tu dis. Mais on ne peut pas tout garder secret. {meldplicht} Si c’est possible sans danger, on te le dit d’abord. On ne sera pas d’accord avec ce qui s’est passé. Mais toi, tu restes bienvenu·e.',

  'hours.description': 'Quand y a-t-il quelqu’un de l’équipe ?',
  'hours.heading': 'Heures d’ouverture',
  'hours.open-now': 'Nous sommes là maintenant, jusqu’à {until}.',
  'hours.closed-now': 'Personne de l’équipe n’est là maintenant. On revient {next}.',
  'hours.closed-no-next': 'Personne de l’équipe n’est là maintenant. On ne sait pas encore quand on rouvre.',
  'hours.day': '{days} {spans}',
  'hours.span': 'de {from} à {until}',
  'hours.days': 'du {first} au {last}',
  'hours.every-day': 'chaque jour',
  'hours.moment.today': 'aujourd’hui à {clock}',
  'hours.moment.tomorrow': 'demain à {clock}',
  'hours.moment.day': '{day} à {clock}',
  'hours.closed-all-week': 'pas d’heures fixes pour le moment',
  'hours.holidays-closed': 'pas les jours fériés',
  'hours.period': 'Fermé du {from} au {until} inclus.',
  'hours.period-day': 'Fermé le {day}.',
  'hours.period-why': '{period} Raison : {why}.',
  'hours.cannot-wait': 'C’est urgent ? Appelle le 107, jour et nuit, gratuit. Danger ? Appelle le 112.',

  'rules.description': 'Nos accords dans ce canal.',
  'rules.heading': 'Nos accords dans {channel}',
  'rules.purpose': '**À quoi sert ce canal ?** {purpose}',
  'rules.norms': '**Sur quoi sommes-nous d’accord ?**',
  'rules.norm': '- {norm}',
  'rules.no-norms': 'Ici, il n’y a pas d’accords à part. Prenez soin les uns des autres.',
  'rules.in-house-language': 'Les règles elles-mêmes sont dans la langue de cette maison de jeunes.',
  'rules.a-person-decides': 'Une personne décide, pas le bot. Pas d’accord ? Parle à un animateur.',

  'start.ready': '{bot} marche dans {house}.',
  'start.reading.reports': 'Manière de lire : seulement les signalements et les filtres.',
  'start.reading.full': 'Manière de lire : chaque message. L’avis le dit aussi.',
  'start.missing-permission':
    'Dans {channel}, il manque un droit au bot : {permission}. Donne-le dans les réglages du canal.',
  'start.channel-missing': 'Le canal {channel} est dans policies/house.yaml, mais pas sur ce serveur.',
  'start.role-missing': 'Le rôle {role} est dans policies/house.yaml, mais pas sur ce serveur.',
  'start.reporting-off':
    '**Signaler et « Plutôt avec vous » sont coupés ici** jusqu’à ce que ce soit réglé. La file continue avec /wachtrij.',
  'start.hours-missing':
    'Il n’y a pas d’heures d’ouverture dans policies/house.yaml. Personne ne sait donc quand quelqu’un regarde.',
  'start.example':
    'Ce sont encore les accords de l’exemple. Le bot n’affiche donc pas d’avis, ne lit rien et ne reçoit pas de signalements. Tape /huis opzet, ou remplis policies/house.yaml : organisation, signature et contact d’intégrité.',
  'start.notice-role.absent':
    'Qui a lu l’avis reçoit le rôle {role}. Il n’existe pas sur ce serveur : crée-le, ou change policies/house.yaml.',
  'start.notice-role.managed':
    'Qui a lu l’avis reçoit le rôle {role}. Discord ne laisse personne le donner : choisis-en un autre dans policies/house.yaml.',
  'start.notice-role.rights':
    'Qui a lu l’avis reçoit le rôle {role}. Il manque au bot la permission de gérer les rôles (ManageRoles).',
  'start.notice-role.order':
    'Qui a lu l’avis reçoit le rôle {role}. Glisse le rôle du bot au-dessus (Paramètres du serveur, Rôles).',
  'start.content-missing':
    'Le bot ne peut pas lire les messages (Message Content est éteint). Allume-le chez Discord, ou choisis `reports` dans policies/house.yaml.',
  'start.safe-mode':
    'Les accords dans policies/ ont {count, plural, one {# faute} other {# fautes}}. Le bot continue avec la dernière bonne version. Tape `npm run policy` pour voir le problème.',
  'start.stale-helplines':
    '{count, plural, one {# ligne d’aide n’est plus vérifiée} other {# lignes d’aide ne sont plus vérifiées}} depuis longtemps. Vérifie dans policies/helplines.yaml : {names}.',
  'start.language-off':
    'La langue {language} reste éteinte : il manque des textes. Tape `npm run policy` pour voir lesquels.',
} satisfies Record<keyof typeof dutch, string>
