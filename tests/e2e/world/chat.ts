// What buyers write.

/** A filled-in order form, as shops ask for it. */
export const LABELLED_CHAT = `Format Order
Nama : Rina Marlina
Alamat : Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21, Condongcatur, Kec. Depok, Kab. Sleman, DIY 55283
No HP : 0812-3456-7890
Pesanan : Trekker X hitam uk 39 = 1
Ekspedisi : JNE REG`;

/** The same wish as people really write it. */
export const FREE_CHAT = `kak mau order yg rimba coklat no 42 satu sm yg hitam 38 1 jg
a/n Dedi S jl pahlawan 45 rt2 rw5 kel sukamaju kec cilodong depok 16415
wa 62 857 1122 3344 pake jnt ya kak, totalin sekalian`;

export const USELESS_CHAT = 'halo kak 🙏';
