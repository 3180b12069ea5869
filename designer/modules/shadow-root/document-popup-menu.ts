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
    document.body.append(container);
    return container;
  }
}
