import type { shell as en } from '../en/shell';
import type { TextsLike } from '../../types';

export const shell: TextsLike<typeof en> = {
  'editor.title': 'Debrief',
  'editor.heading': 'Catálogo de cierre',
  'editor.tabs': 'Partes del catálogo',
  'editor.loading': 'Cargando el catálogo',
  'editor.progress': '{done} de {total}',
  'editor.language': 'Idioma de los nombres',

  'editor.undo': 'Deshacer',
  'editor.redo': 'Rehacer',
  'editor.undoStep': 'Deshacer: {what}',
  'editor.redoStep': 'Rehacer: {what}',
  'editor.publish': 'Publicar…',
  'editor.discard': 'Descartar borrador…',

  'editor.noVersion': 'Aún no hay nada publicado.',
  'editor.version': 'Está en vigor la versión {version}, publicada por {by} el {at}.',
  'editor.noDraft': 'Sin cambios.',
  'editor.draft':
    'Borrador con cambios sobre la versión {version}, guardado por última vez por {by} el {at}.',
  'editor.firstDraft': 'Borrador de la primera versión, guardado por última vez por {by} el {at}.',
  'editor.others': '{by} también está editando. Su último cambio llegó a las {time}.',

  'editor.saved': 'Guardado a las {time}',
  'editor.changed': 'Con cambios: se guardan enseguida',
  'editor.saving': 'Guardando…',
  'editor.savingProgress': 'Guardando… {done} de {total}',
  'editor.notSaved': 'Sin guardar',
  'editor.notSavedAgain': 'Sin guardar. Se reintenta a las {time}.',
  'editor.kept': 'Tus cambios se conservan en este navegador.',
  'editor.clashing': 'Sin guardar: decide antes los conflictos de abajo',
  'editor.retry': 'Reintentar',

  'readOnly.no-service.title': 'Puedes mirar y exportar, pero no editar',
  'readOnly.no-service.text':
    'En esta cuenta no hay servicio de catálogos y no habría dónde guardar los cambios. Lo configura un administrador: despliega las Functions y pon su dirección en debrief.functionsUrl de la configuración de Flex.',
  'readOnly.role.title': 'Puedes mirar, pero no editar',
  'readOnly.role.text':
    'Tu rol en Flex no puede cambiar el catálogo. Pide a un administrador el rol de supervisor y vuelve a entrar.',
  'readOnly.unloaded.title': 'No se ha podido cargar el catálogo',
  'readOnly.unloaded.text':
    '{why} Lo que ves es el catálogo con el que empezó esta página; no se puede editar.',

  'refused.unreachable': 'No se llega al servicio de catálogos. Comprueba la red.',
  'refused.busy': 'Demasiadas peticiones a la vez.',
  'refused.damaged': 'Lo que envió el servicio está dañado.',
  'refused.token': 'No se aceptó tu sesión. Si continúa, vuelve a entrar en Flex.',
  'refused.role': 'Tu rol no puede hacer esto.',
  'refused.moved': 'Otra persona guarda una y otra vez en el mismo momento.',
  'refused.too-large': 'El catálogo es demasiado grande para el servicio.',
  'refused.other':
    'El servicio de catálogos lo rechazó ({code}). Si continúa, avisa a tu administrador.',

  'editorError.title': 'Esta parte del editor no se puede mostrar',
  'editorError.text':
    'Un error la ha detenido. Tus cambios se conservan y las demás pestañas funcionan. Reinténtalo y avisa a tu administrador si vuelve a ocurrir.',

  'findings.refusals': {
    one: '{count} aviso impide publicar',
    other: '{count} avisos impiden publicar',
  },
  'findings.warnings': { one: '{count} advertencia', other: '{count} advertencias' },
  'findings.refusal': 'Hay que corregirlo antes de publicar',
  'findings.warning': 'Advertencia',
  'findings.jumpTo': 'Ir a {place}',
  'findings.more': { one: 'y {count} más', other: 'y {count} más' },
  'clash.title': {
    one: '{count} cosa se cambió de dos maneras',
    other: '{count} cosas se cambiaron de dos maneras',
  },
  'clash.text':
    'Tú y {by} habéis cambiado lo mismo a la vez. Elige cómo debe quedar; hasta entonces no se guarda nada tuyo. Los demás cambios ya están unidos.',
  'clash.mine': 'Lo tuyo',
  'clash.theirs': 'De {by}',
  'clash.takeMine': 'Dejar lo mío',
  'clash.takeTheirs': 'Usar lo de {by}',
  'clash.somebody': 'otra persona',
  'dialog.close': 'Cerrar',
  'dialog.cancel': 'Cancelar',
  'note.label': 'Nota',
  'note.help': 'Qué cambia y por qué, para quien mire las versiones más tarde.',
  'note.missing': 'Escribe una nota.',
  'note.too-long': {
    one: 'Como máximo {count} carácter.',
    other: 'Como máximo {count} caracteres.',
  },
  'publish.title': 'Publicar el borrador',
  'publish.action': 'Publicar',
  'publish.what':
    'Los agentes lo reciben en segundos. Un formulario ya abierto se queda como está hasta que acabe su tarea.',
  'publish.changes': 'Qué cambia',
  'publish.first': 'Es la primera versión: todo es nuevo.',
  'publish.findings': 'La lista sobre las pestañas lleva a cada uno.',
  'publish.uploading': 'Subiendo lo que ha cambiado: {done} de {total} partes',
  'publish.publishing': 'Publicando…',
  'publish.noRight':
    'Puedes editar el borrador. Publicarlo y recuperar una versión corresponde a otras personas: en Flex, por defecto, a los administradores.',
  'publish.clashes': 'Dos personas han cambiado lo mismo. Decide antes los conflictos.',
  'publish.checking': 'El último cambio aún se está comprobando. Inténtalo enseguida.',
  'publish.refusals':
    'Algunos avisos impiden publicar. Corrígelos antes; la lista sobre las pestañas lleva a cada uno.',
  'discard.title': '¿Descartar el borrador?',
  'discard.text':
    'Desaparecen todos los cambios desde la versión en vigor, para todos, también los de otras personas. En esta página aún se puede deshacer.',
  'discard.action': 'Descartar',
  'discard.step': 'Descartar el borrador',
  'command.unsaved':
    'Aún no está todo guardado, o acaba de llegar un cambio de otra persona. Míralo otra vez y reinténtalo.',
  'command.version-moved':
    'Otra persona ha publicado mientras tanto. Mira otra vez los cambios: ahora se comparan con esa versión.',
  'command.draft-moved':
    'Otra persona ha guardado mientras tanto. Sus cambios ya están aquí; míralos y reinténtalo.',
  'command.used-changed':
    'Algo que los informes ya conocen cambiaría de significado: una opción publicada se archiva, no se borra, y conserva su texto de informe.',
  'command.catalog-broken':
    'El servicio encontró algo que impide publicar. Recarga la página para ver qué.',
  'command.role-refused':
    'Tu rol puede editar, pero no publicar. Pídeselo a un administrador: el borrador se queda como está.',
};
