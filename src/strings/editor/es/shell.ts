import type { shell as en } from '../en/shell';
import type { TextsLike } from '../../types';

export const shell: TextsLike<typeof en> = {
  'editor.title': 'Debrief',
  'editor.heading': 'Catálogo de cierre',
  'editor.tabs': 'Partes del catálogo',
  'editor.loading': 'Cargando el catálogo',
  'editor.progress': '{done} de {total}',
  'editor.language': 'Idioma de los nombres',
  'editor.notHere': 'Esta parte del editor aún no está en esta versión.',

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
};
