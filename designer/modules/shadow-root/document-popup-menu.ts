import PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu.js';

/**
 * Opens menus in the document itself. The menu closes on clicks outside of it and decides by the event's
 * target, which from inside a shadow root is the root's host: there every click would be outside.
 */
export class DocumentPopupMenu extends PopupMenu {
  static $inject = ['config.popupMenu', 'eventBus', 'canvas', 'search'];

  /** Called by diagram-js. */
  _createContainer({ provider }: { provider: string }): HTMLElement {
    const container = document.createElement('div');
    container.className = 'djs-popup-parent djs-scrollable djs-parent bio-theme-parent';
    container.dataset['popup'] = provider;
    // The search looks when a key comes up: what is pasted, dictated or composed counts as well.
    container.addEventListener('input', ({ target }) =>
      target?.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true })),
    );
    // Enter ends a composition, such as of Chinese, before it chooses.
    container.addEventListener('keydown', keepComposing, true);
    document.body.append(container);
    return container;
  }
}

const keepComposing = (event: KeyboardEvent): void => {
  if (event.isComposing) event.stopPropagation();
};
