import type { talk as dutch } from '../nl/talk.ts'

export const talk = {
  'talk.heading': '**Parler avec nous**',
  'talk.open': 'On est là maintenant, jusqu’à {until}. Avec qui veux-tu parler ?',
  'talk.unprotected':
    'Discord n’est ni privé ni protégé. Discord garde ce que tu écris. Tu veux plus de protection ? Choisis un chat de professionnels.',
  'talk.readers':
    '**Qui peut lire ?** Toi et la personne de l’équipe qui vient. Aussi le ou la propriétaire du serveur.',
  'talk.readers-roles': 'Aussi qui a un tel rôle : {roles}.',
  'talk.readers-people': 'Aussi ces personnes ou bots : {people}.',
  'talk.nobody-else': 'Les autres membres ne voient pas la conversation.',
  'talk.two': 'Deux personnes de l’équipe viennent.',
  'talk.kept':
    'Ce bot ne lit pas. Il ne garde rien de ce que tu écris. Le bot efface la conversation {days, plural, one {un jour} other {# jours}} après la fin.',
  'talk.button.anyone': 'Quelqu’un qui est là maintenant',
  'talk.button.other': 'Quelqu’un d’autre que …',
  'talk.button.integrity': 'Quelqu’un hors de l’équipe',
  'talk.button.back': 'Retour',
  'talk.button.ask': 'Demander la conversation',
  'talk.button.stop': 'Terminer la conversation',
  'talk.button.sure': 'Oui, terminer',
  'talk.button.readers': 'Qui peut lire ?',
  'talk.button.come': 'Je viens',
  'talk.button.thread': 'Vers la conversation',
  'talk.button.tick': 'Fait',
  'talk.other':
    'Avec qui ne veux-tu pas parler ? Choisis cette personne. Elle n’aura pas de place dans ta conversation.',
  'talk.other.placeholder': 'Choisis quelqu’un de l’équipe',
  'talk.other.not-staff': 'Cette personne n’a pas le rôle {role}. Choisis quelqu’un de l’équipe.',
  'talk.other.chosen': '{who} n’aura pas de place dans ta conversation. Nous ne disons pas pourquoi.',
  'talk.other.can-read':
    '**Attention :** à cause des droits sur le serveur, {who} peut lire quand même. Tu ne le veux pas ? Choisis quelqu’un hors de l’équipe, ou une ligne d’aide.',
  'talk.integrity':
    '{name} est là pour les plaintes et les soucis avec l’équipe. Écris à : {contact}. Le bot ne transmet rien.',
  'talk.contact.here':
    'Tu peux aussi parler ici avec {name}, en privé. {name} n’est pas là tout le temps : la réponse vient dès que possible.',
  'talk.contact.readers':
    '**Qui peut lire ?** Toi, {name}, et la personne à qui appartient le serveur. Personne de l’équipe ne voit cette conversation.',
  'talk.contact.read':
    'Une conversation privée n’est pas possible ici. Quelqu’un de l’équipe peut lire : le serveur le permet. Écris donc toi-même.',
  'talk.contact.not-now':
    'Cela ne marche plus sur ce serveur. Écris toi-même : tape /integriteit pour l’adresse.',
  'talk.contact.asked': 'Ta conversation avec {name} arrive : {where}. L’équipe n’en sait rien.',
  'talk.contact.opening':
    '**C’est une conversation avec {name}, pas avec l’équipe.** {name} reçoit un message et répond dès que possible. Tu peux déjà écrire.',
  'talk.asked': 'Ta conversation arrive, sous {channel}. Discord t’y ajoute tout seul.',
  'talk.already': 'Tu as déjà une conversation : {where}.',
  'talk.cannot': 'Ça ne marche pas maintenant. Parle à un animateur ou une animatrice.',
  'talk.thread': 'conversation {mark}',
  'talk.say.opening':
    '**Voici ta conversation avec nous.** On demande quelqu’un de l’équipe. Tu peux déjà écrire, mais tu ne dois pas.',
  'talk.say.came': '{worker} est là.',
  'talk.say.came-one-more': '{worker} est là. Encore une personne de l’équipe va venir.',
  'talk.say.waiting':
    '**Personne de l’équipe n’est encore là.** On ne t’oublie pas. Tu ne veux pas attendre ? Tu peux t’adresser ici maintenant :',
  'talk.say.closing':
    '**On ferme maintenant.** On revient {next}. Jusque-là, personne de l’équipe ne peut répondre. Tu peux t’adresser ici :',
  'talk.say.closing-no-next':
    '**On ferme maintenant.** Personne de l’équipe ne peut répondre. Tu peux t’adresser ici :',
  'talk.say.closed':
    'Cette conversation est terminée. Le bot l’efface après {days, plural, one {un jour} other {# jours}}. Envie de reparler ? Tape /praat.',
  'talk.stop.sure': 'Tu veux arrêter ? La conversation sera verrouillée.',
  'talk.stop.done': 'La conversation est terminée.',
  'talk.follow.choose':
    'Quand quelqu’un de l’équipe demande-t-il comment ça va ? Choisis un jour. Ensuite la conversation est verrouillée.',
  'talk.follow.placeholder': 'Choisis un jour',
  'talk.follow.days.option': '{days, plural, one {Demain} other {Dans # jours}}',
  'talk.follow.none.option': 'Ce n’est pas nécessaire',
  'talk.follow.planned': 'Noté. Ce jour-là, une carte arrive dans la file.',
  'talk.follow.not-needed': 'Noté : personne ne redemandera plus tard.',
  'talk.follow.title': 'Demander comment ça va',
  'talk.follow.text':
    'Il y a eu une conversation, {when}. Demande maintenant comment ça va. Puis appuie sur le bouton.',
  'talk.card.title': 'Quelqu’un veut parler',
  'talk.card.what': 'Ni nom ni sujet ici : cela reste dans la conversation.',
  'talk.card.age': 'Demandé : {age}',
  'talk.card.late': '**Attend depuis plus de {minutes, plural, one {# minute} other {# minutes}}.**',
  'talk.card.waits': 'Encore personne de l’équipe.',
  'talk.card.who': 'Présent : {workers}',
  'talk.card.one-more': 'Il faut encore une personne.',
  'talk.card.closed': 'Terminé.',
  'talk.card.withdrawn': 'Plus nécessaire : la demande est retirée.',
  'talk.card.timed-out': 'Personne n’a terminé cette conversation. Le bot l’a fait maintenant.',
  'talk.card.lost': 'Cette conversation n’est plus là.',
  'talk.card.no-date': 'Choisis quand quelqu’un demande comment ça va.',
  'talk.card.follow': 'Demander comment ça va : {when}',
  'talk.card.done': 'On a demandé comment ça va : {when}.',
  'talk.card.not-needed': 'Redemander plus tard n’est pas nécessaire.',
  'talk.refusal.gone': 'Cette conversation n’existe plus.',
  'talk.refusal.closed': 'Cette conversation est déjà terminée.',
  'talk.refusal.already': 'Tu y es déjà.',
  'talk.refusal.full': 'Quelqu’un est déjà là. Merci.',
  'talk.refusal.not-for-you': 'Cette conversation est pour un ou une collègue.',
  'talk.refusal.not-in-it': 'Seules les personnes dans la conversation la terminent.',
  'talk.refusal.no-date': 'Choisis d’abord quand quelqu’un demande comment ça va.',
  'talk.refusal.nothing-to-do': 'C’est déjà fait.',
  'integrity.description': 'Un souci avec quelqu’un de l’équipe ? Vois à qui t’adresser.',
  'integrity.who': 'C’est au sujet de quelqu’un de l’équipe ? Adresse-toi à {name} : {contact}.',
  'integrity.by-bot': 'Tu peux aussi le signaler avec /meld. Alors seul·e {name} le lit, pas l’équipe.',
  'integrity.not-by-bot': 'Ça ne marche pas avec /meld ici.',
  'integrity.ask':
    'Les accords te nomment comme personne de contact. Si tu dis oui, le bot t’envoie un message privé quand quelqu’un signale quelque chose sur l’équipe. Il ne dit pas quoi : tu le lis avec un bouton. Toi seul·e décides. Des jeunes peuvent aussi demander à te parler. Discord n’est pas privé.',
  'integrity.since': 'Tu as dit oui le {day}.',
  'integrity.button.accept': 'Oui, envoie-moi ces messages',
  'integrity.button.accept-here': 'Oui, pour {house}',
  'integrity.button.stop': 'Non, arrête',
  'integrity.button.show': 'Montrer',
  'integrity.button.decide': 'Décider',
  'integrity.button.hold': 'Garder pour la loi',
  'integrity.button.hold-stop': 'Ne plus le garder',
  'integrity.hold.lasts': 'Ceci est gardé plus longtemps, jusqu’au {day}. Demandé par {name} : {why}',
  'integrity.hold.done': 'C’est noté. Rien n’est effacé jusqu’à ce jour. Toi seul·e vois que c’est gardé.',
  'integrity.hold.nothing-left': 'C’est noté, mais il ne restait plus de mots à garder.',
  'integrity.accepted':
    'D’accord. Le bot t’écrit en message privé. Tu ne le vois pas ? Autorise les messages privés de ce serveur.',
  'integrity.welcome':
    'Les signalements sur l’équipe de {house} arrivent ici. Pour arrêter : /integriteit sur le serveur.',
  'integrity.talk': 'Quelqu’un demande à te parler sur le Discord de {house}. Tu la trouves parmi tes fils.',
  'integrity.stopped':
    'D’accord. Le bot ne t’envoie plus rien de nouveau. Les signalements sur l’équipe ne marchent plus avec le bot. Ce qui est encore ouvert chez toi, tu peux encore le clôturer : {count}.',
  'integrity.not-you': 'Ce n’est pas (ou plus) à toi.',
  'integrity.card.heading': '{house} : un signalement sur quelqu’un de l’équipe',
  'integrity.card.reasons': 'Raison : {reasons}',
  'integrity.card.only-you':
    'Toi seul·e reçois ceci. L’équipe ne le voit pas. Danger ? Appelle toi-même le 112 ou le 101.',
  'integrity.card.open': 'Encore ouvert',
  'integrity.card.closed': 'Clôturé : {outcome}',
  'integrity.card.withdrawn': 'Retiré par la personne qui l’a signalé',
  'integrity.show.writer': 'Écrit par : {writer} dans {channel}',
  'integrity.show.place': 'Au sujet de quelque chose dans {channel}',
  'integrity.outcome.no-problem.option': 'Pas de problème',
  'integrity.outcome.talked.option': 'Discuté',
  'integrity.outcome.measure.option': 'La direction ou l’employeur a pris une mesure',
  'integrity.outcome.passed-on.option': 'Transmis : 112 ou 101, ou l’obligation de signaler',
} satisfies Record<keyof typeof dutch, string>
