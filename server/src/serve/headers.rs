//! What every answer says about itself, so that nothing foreign runs in the app.

use axum::http::HeaderValue;
use axum::response::Response;

/// The app is all files of its own: no inline script or style, no data addresses, nobody's frame. WebAssembly is
/// compiled, which the policy counts as a kind of eval. A photo out of the device's own files has a blob's address. `'self'` in `connect-src` covers the socket of this host.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; \
                      font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

const SAID: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

pub(super) async fn secure(mut response: Response) -> Response {
    for (name, value) in SAID {
        response.headers_mut().insert(*name, HeaderValue::from_static(value));
    }
    response
}
