// Makes and uses passkeys: asks the server for the question, the browser for the answer, and sends the form with it.
// Without this script the forms stay hidden and their page says what to do instead.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  buffer
    ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
    : undefined;
const named = (credential) => ({ ...credential, id: bytes(credential.id) });

async function make(options) {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map(named),
    },
  });
  return {
    clientDataJSON: text(credential.response.clientDataJSON),
    attestationObject: text(credential.response.attestationObject),
    transports: credential.response.getTransports ? credential.response.getTransports() : [],
    of: credential,
  };
}

async function use(options) {
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: options.allowCredentials.map(named) },
  });
  return {
    clientDataJSON: text(credential.response.clientDataJSON),
    authenticatorData: text(credential.response.authenticatorData),
    signature: text(credential.response.signature),
    userHandle: text(credential.response.userHandle),
    of: credential,
  };
}

async function answer(form) {
  const said = form.querySelector("[data-said]");
  const button = form.querySelector("button");
  said.textContent = "";
  button.disabled = true;
  try {
    const asked = await fetch(form.dataset.options, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(form)),
    });
    if (!asked.ok) {
      location.reload();
      return;
    }
    const { of, ...response } = await (form.dataset.passkey === "make" ? make : use)(await asked.json());
    form.elements.namedItem("response").value = JSON.stringify({
      id: of.id,
      rawId: text(of.rawId),
      type: of.type,
      authenticatorAttachment: of.authenticatorAttachment ?? undefined,
      clientExtensionResults: of.getClientExtensionResults(),
      response,
    });
    form.submit();
  } catch (refused) {
    said.textContent = refused.name === "InvalidStateError" ? form.dataset.known : form.dataset.refused;
    button.disabled = false;
  }
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer(form);
    });
  }
  for (const otherwise of document.querySelectorAll("[data-without-passkeys]")) {
    otherwise.hidden = true;
  }
}
