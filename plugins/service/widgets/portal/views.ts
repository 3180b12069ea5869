import { articleView } from './article-view.ts';
import { articlesView } from './articles-view.ts';
import { keyView } from './key-view.ts';
import { newView } from './new-view.ts';
import type { View, ViewName } from './portal.ts';
import { requestView } from './request-view.ts';
import { requestsView } from './requests-view.ts';
import { signInView } from './sign-in-view.ts';

/** Where a customer has to be known, the way in stands there instead. */
const own =
  (view: View): View =>
  (portal, id) =>
    portal.signed ? view(portal, id) : signInView(portal, id);

export const views: Record<ViewName, View> = {
  articles: articlesView,
  article: articleView,
  key: keyView,
  requests: own(requestsView),
  request: own(requestView),
  new: own(newView),
};
