export const channels = {
  'channel.limit.description': 'Ralentir ou fermer un canal un moment, avec une fin.',
  'channel.limit.ask':
    'Que fais-tu avec {channel} ? Choisis d’abord quoi, puis combien de temps. Ensuite tout redevient comme avant.',
  'channel.limit.placeholder': 'Choisis ce que tu fais',
  'channel.limit.slow.option':
    'Calme : {seconds, plural, =60 {1 minute} =300 {5 minutes} other {# secondes}} entre deux messages',
  'channel.limit.shut.option': 'Fermé : seule l’équipe écrit',
  'channel.limit.how-long': '**{what}**, dans {channel}. Combien de temps ?',
  'channel.limit.button.minutes': '{minutes, plural, =60 {1 heure} other {# minutes}}',
  'channel.limit.button.closing': 'Jusqu’à la fermeture',
  'channel.limit.button.end': 'Remettre maintenant : {what}',
  'channel.limit.slow':
    'Calme : attendre {seconds, plural, =60 {1 minute} =300 {5 minutes} other {# secondes}}',
  'channel.limit.shut': 'Fermé : seule l’équipe écrit',
  'channel.limit.now': 'Maintenant : {what}, jusqu’à {until}.',
  'channel.limit.done': 'Le bot le fait maintenant : {what}, dans {channel}, jusqu’à {until}.',
  'channel.limit.ending': 'Le bot remet maintenant {channel} comme avant.',
  'channel.limit.over': 'C’est déjà fini.',
  'channel.limit.closed': 'Nous sommes fermés. Choisis une autre durée.',
  'channel.limit.slower':
    'Il y a déjà une attente de {seconds, plural, one {# seconde} other {# secondes}} ici. Choisis-en une plus longue.',
  'channel.limit.cannot.staff': 'Impossible : c’est un canal de l’équipe.',
  'channel.limit.cannot.talk': 'Impossible : il y a ici des conversations privées.',
  'channel.limit.cannot.hidden':
    'Impossible : tous les membres ne voient pas ce canal, et les accords ne le nomment pas.',
  'channel.limit.cannot.kind': 'C’est possible seulement dans un canal de texte ordinaire.',
  'channel.limit.cannot.gone': 'Ce canal n’existe plus.',
  'channel.limit.cannot.slow':
    'Il manque une permission au bot dans {channel} : **{permissions}**. Avec elle, le bot ralentit un canal et le remet comme avant.',
  'channel.limit.cannot.shut':
    'Il manque une permission au bot dans {channel} : **{permissions}**. Avec elle, le bot ferme un canal un moment et le rouvre.',
  'channel.limit.begins.slow':
    'Ce canal va plus lentement un moment : attends {seconds, plural, =60 {1 minute} =300 {5 minutes} other {# secondes}} entre deux messages. Jusqu’à {until}.',
  'channel.limit.begins.shut':
    'Ce canal est fermé un moment, jusqu’à {until}. Quelque chose à dire ? /praat marche dans un autre canal.',
  'channel.limit.ends.slow': 'Ce canal continue comme avant.',
  'channel.limit.ends.shut': 'Ce canal est rouvert.',
  'queue.button.channel': 'Canal',
  'staff.channel-changed':
    '{channel} était ralenti ou fermé un moment. Quelqu’un l’a changé entre-temps. Le bot a laissé ce qui s’y trouve maintenant : regarde si c’est bien.',
  'staff.channel-cannot':
    'Le bot ne peut pas changer {channel} : il manque une permission (Manage Channels ou Manage Roles). Le bot réessaie. Le canal est encore ralenti ou fermé ? Remets-le toi-même.',
  'rules.age.both': 'Ce canal est pour les {from} à {until} ans.',
  'rules.age.from': 'Ce canal est pour qui a {from} ans ou plus.',
  'rules.age.until': 'Ce canal est pour qui a {until} ans ou moins.',
  'rules.age.not-checked': 'Le bot ne le vérifie pas et ne garde aucun âge.',
}
