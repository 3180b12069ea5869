/**
 * Mastodon and what speaks its API (docs.joinmastodon.org/methods/statuses). An account is made in three steps: in the
 * network under Preferences → Development → New application with the scopes `write:statuses`, `write:media` and
 * `read:statuses`; its access token goes into the account here, and the server's address, such as
 * https://mastodon.example.
 */
import type { Attachment, Delivery, OutgoingAnswer } from '../../../../core/index.ts';
import type { SocialAdapter, SocialMessage, SocialWay } from './adapter.ts';

export const mastodon: SocialAdapter = {
  network: 'mastodon',
  label: 'Mastodon',
  needs: ['address', 'token'],
  limits: {
    characters: 500,
    linkCharacters: 23,
    pictures: 1,
    pictureTypes: ['image/png', 'image/jpeg', 'image/gif', 'image/webp'],
    pictureBytes: 8_000_000,
  },
  async post({ text, pictures, language }, way) {
    const media: string[] = [];
    for (const picture of pictures) {
      const answer = await way.request(await upload(picture, way));
      // 202: taken, and not yet of use; the next try brings it anew.
      if (answer.status !== 200) return refusal(answer);
      media.push(String(read(answer)['id']));
    }
    const answer = await way.request(status({ text, language }, { media, way }));
    if (answer.status !== 200) return refusal(answer);
    const { id, url } = read(answer);
    return { ok: true, id: String(id), ...(typeof url === 'string' && { link: url }) };
  },
  async remove(id, way) {
    const answer = await way.request({
      method: 'DELETE',
      url: at(way, `statuses/${id}`),
      headers: headers(way),
    });
    // Whatever is not there is taken down.
    if (answer.status !== 200 && answer.status !== 404) throw new Error(sentence(answer));
  },
  async reactions(id, way) {
    const answer = await way.request({
      method: 'GET',
      url: at(way, `statuses/${id}`),
      headers: headers(way),
    });
    if (answer.status !== 200) throw new Error(sentence(answer));
    const found = read(answer);
    return {
      likes: Number(found['favourites_count'] ?? 0),
      shares: Number(found['reblogs_count'] ?? 0),
      replies: Number(found['replies_count'] ?? 0),
    };
  },
};

const at = ({ address }: SocialWay, path: string, version = 1): string =>
  `${address.replace(/\/+$/, '')}/api/v${version}/${path}`;
const headers = ({ token }: SocialWay) => ({ authorization: `Bearer ${token}` });

type Request = Parameters<SocialWay['request']>[0];

function status(
  { text, language }: Pick<SocialMessage, 'text' | 'language'>,
  { media, way }: { media: readonly string[]; way: SocialWay },
): Request {
  const body = { status: text, media_ids: media, language: language?.slice(0, 2) };
  return {
    ...{ method: 'POST', url: at(way, 'statuses'), body: JSON.stringify(body) },
    headers: {
      ...headers(way),
      'content-type': 'application/json',
      'idempotency-key': way.idempotencyKey,
    },
  };
}

async function upload({ name, type, content }: Attachment, way: SocialWay): Promise<Request> {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(content, 'base64')], { type }), `picture.${type.split('/')[1]}`);
  form.set('description', name);
  const encoded = new Response(form);
  return {
    ...{ method: 'POST', url: at(way, 'media', 2), body: new Uint8Array(await encoded.arrayBuffer()) },
    headers: { ...headers(way), 'content-type': encoded.headers.get('content-type') ?? '' },
  };
}

/** A refusal is one for good, but what the network says of its own state. */
const refusal = (answer: OutgoingAnswer): Delivery => ({
  ok: false,
  isFinal: answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status),
  detail: sentence(answer),
});

function sentence(answer: OutgoingAnswer): string {
  const { error } = read(answer);
  return typeof error === 'string' && error !== ''
    ? `${answer.status}: ${error.slice(0, 300)}`
    : `The network answered ${answer.status}.`;
}

function read({ body }: OutgoingAnswer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
