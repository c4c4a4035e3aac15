//! What is known of each courier: its code, name, services and nicknames.

/// One courier's row. Nicknames are lower case.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) services: &'static [&'static str],
    pub(super) aliases: &'static [&'static str],
}

pub(super) const JNE: Facts = Facts {
    code: "jne",
    name: "JNE",
    services: &["REG", "OKE", "YES", "JTR"],
    aliases: &["jne", "j n e", "jne express"],
};

pub(super) const JNT: Facts = Facts {
    code: "jnt",
    name: "J&T Express",
    services: &["EZ", "ECO", "SUPER"],
    aliases: &["jnt", "j&t", "j & t", "j n t", "jete", "jet", "j&t express", "jnt express"],
};

pub(super) const JNT_CARGO: Facts = Facts {
    code: "jnt_cargo",
    name: "J&T Cargo",
    services: &["REG"],
    aliases: &["jnt cargo", "j&t cargo", "jnt kargo", "j&t kargo", "jete cargo", "cargo j&t", "cargo jnt"],
};

pub(super) const SICEPAT: Facts = Facts {
    code: "sicepat",
    name: "SiCepat",
    services: &["REG", "BEST", "HALU", "GOKIL"],
    aliases: &["sicepat", "sicpt", "si cepat", "scepat", "sicepet"],
};

pub(super) const ANTERAJA: Facts = Facts {
    code: "anteraja",
    name: "AnterAja",
    services: &["REG", "ND", "SD"],
    aliases: &["anteraja", "anter aja", "antaraja", "antraja"],
};

pub(super) const POS: Facts = Facts {
    code: "pos",
    name: "Pos Indonesia",
    services: &["REG", "KILAT", "NEXTDAY", "SAMEDAY", "KARGO"],
    aliases: &["pos", "pos indonesia", "posindo"],
};

pub(super) const NINJA: Facts = Facts {
    code: "ninja",
    name: "Ninja Xpress",
    services: &["STANDARD"],
    aliases: &["ninja", "ninja xpress", "ninja express", "ninja van", "ninjavan"],
};

pub(super) const ID_EXPRESS: Facts = Facts {
    code: "id_express",
    name: "ID Express",
    services: &["STD", "LITE", "TRUCK"],
    aliases: &["id express", "idx", "idexpress", "id exp", "ide"],
};

pub(super) const LION: Facts = Facts {
    code: "lion",
    name: "Lion Parcel",
    services: &["REGPACK", "ONEPACK", "JAGOPACK", "BIGPACK"],
    aliases: &["lion", "lion parcel", "lionparcel", "lion parsel"],
};

pub(super) const TIKI: Facts =
    Facts { code: "tiki", name: "TIKI", services: &["REG", "ECO", "ONS", "SDS", "TRC"], aliases: &["tiki"] };

pub(super) const WAHANA: Facts =
    Facts { code: "wahana", name: "Wahana", services: &["REG"], aliases: &["wahana", "wahana express"] };

pub(super) const SPX: Facts = Facts {
    code: "spx",
    name: "SPX Express",
    services: &["STANDARD", "HEMAT", "SAMEDAY", "INSTANT"],
    aliases: &["spx", "spx express", "shopee express", "shopee xpress", "shopeexpress"],
};

pub(super) const PICKUP: Facts = Facts {
    code: "pickup",
    name: "Ambil di toko",
    services: &[],
    aliases: &["pickup", "ambil di toko", "ambil sendiri", "ambil ditoko", "ambil toko"],
};
