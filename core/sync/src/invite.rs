//! An invite as a person hands it over: a one-time secret in a short text for a link or a QR.

const VERSION: u8 = 1;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LONGEST_ROLE: usize = 32;

#[derive(Clone, PartialEq, Eq)]
pub struct Invite {
    pub secret: [u8; 16],
    /// What the invite is for; the relay has the last word.
    pub role: String,
    /// Milliseconds since 1970.
    pub expires: u64,
}

impl core::fmt::Debug for Invite {
    /// The secret stays out of every log.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Invite").field("role", &self.role).field("expires", &self.expires).finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    #[error("this is not an invite code")]
    NotACode,
    #[error("the invite code is incomplete or mistyped")]
    Damaged,
    #[error("the invite is from a newer version of the app")]
    TooNew,
    #[error("the role's name does not fit an invite")]
    BadRole,
}

impl InviteError {
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotACode => "invite_not_a_code",
            Self::Damaged => "invite_damaged",
            Self::TooNew => "invite_too_new",
            Self::BadRole => "invite_bad_role",
        }
    }
}

impl Invite {
    /// `version · secret · expires · role · check`, in base64url without padding.
    pub fn to_code(&self) -> Result<String, InviteError> {
        check_role(&self.role)?;
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&self.secret);
        bytes.extend_from_slice(&self.expires.to_be_bytes());
        bytes.extend_from_slice(self.role.as_bytes());
        let check = checksum(&bytes);
        bytes.extend_from_slice(&check);
        Ok(to_text(&bytes))
    }

    /// Surrounding blanks are forgiven: codes are pasted from chats.
    pub fn from_code(code: &str) -> Result<Self, InviteError> {
        let bytes = from_text(code.trim()).ok_or(InviteError::NotACode)?;
        let (body, check) = bytes.split_last_chunk::<4>().ok_or(InviteError::Damaged)?;
        if *check != checksum(body) {
            return Err(InviteError::Damaged);
        }
        match body.split_first() {
            Some((&VERSION, fields)) => Self::from_fields(fields),
            Some(_) => Err(InviteError::TooNew),
            None => Err(InviteError::Damaged),
        }
    }

    fn from_fields(fields: &[u8]) -> Result<Self, InviteError> {
        let (secret, rest) = fields.split_first_chunk::<16>().ok_or(InviteError::Damaged)?;
        let (expires, role) = rest.split_first_chunk::<8>().ok_or(InviteError::Damaged)?;
        let role = core::str::from_utf8(role).map_err(|_| InviteError::Damaged)?;
        check_role(role)?;
        Ok(Self { secret: *secret, role: role.to_owned(), expires: u64::from_be_bytes(*expires) })
    }
}

fn check_role(role: &str) -> Result<(), InviteError> {
    let plain = role.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if plain && (1..=LONGEST_ROLE).contains(&role.len()) { Ok(()) } else { Err(InviteError::BadRole) }
}

/// FNV-1a: it only has to notice a slip of the finger.
fn checksum(bytes: &[u8]) -> [u8; 4] {
    let fold = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    bytes.iter().fold(0x811c_9dc5, fold).to_be_bytes()
}

fn to_text(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(to_letters).collect()
}

/// Three bytes make four letters; one more letter than bytes for a shorter tail.
fn to_letters(chunk: &[u8]) -> impl Iterator<Item = char> {
    let mut group = [0; 4];
    group[1..=chunk.len()].copy_from_slice(chunk);
    let bits = u32::from_be_bytes(group);
    (0..=chunk.len()).map(move |place| letter(bits >> (18 - 6 * place)))
}

fn letter(bits: u32) -> char {
    char::from(ALPHABET[(bits & 63) as usize])
}

fn from_text(text: &str) -> Option<Vec<u8>> {
    let digits = text.bytes().map(digit).collect::<Option<Vec<u32>>>()?;
    let chunks = digits.chunks(4).map(to_bytes).collect::<Option<Vec<_>>>()?;
    Some(chunks.concat())
}

fn digit(byte: u8) -> Option<u32> {
    let place = ALPHABET.iter().position(|letter| *letter == byte)?;
    u32::try_from(place).ok()
}

/// `None` for a lone letter or for bits that no writer of ours leaves behind.
fn to_bytes(digits: &[u32]) -> Option<Vec<u8>> {
    let bits = digits.iter().zip([18, 12, 6, 0]).fold(0, |bits, (digit, shift)| bits | (digit << shift));
    let length = digits.len().checked_sub(1).filter(|length| *length > 0)?;
    let bytes = bits.to_be_bytes();
    let rest_is_zero = bytes[1 + length..].iter().all(|byte| *byte == 0);
    rest_is_zero.then(|| bytes[1..=length].to_vec())
}
