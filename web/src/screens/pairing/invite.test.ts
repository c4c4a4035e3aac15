// Ujang gets a link by WhatsApp and pastes it any way he can.
import { describe, expect, it } from 'vitest';
import { codeIn, deviceGuess } from './invite.ts';

describe('an invite', () => {
  it('is a whole link, the part after #, or the bare code', () => {
    expect(codeIn('https://toko.example/pasang#K7Q2M')).toBe('K7Q2M');
    expect(codeIn(' http://127.0.0.1:7171/pasang#K7Q2M\n')).toBe('K7Q2M');
    expect(codeIn('#K7Q2M')).toBe('K7Q2M');
    expect(codeIn('K7Q2M')).toBe('K7Q2M');
  });

  it('without a code is no invite', () => {
    expect(codeIn('')).toBe('');
    expect(codeIn('https://toko.example/pasang')).toBe('');
    expect(codeIn('ini link nya kak')).toBe('');
  });
});

describe('the name of a device', () => {
  it('is guessed so that most people only press the button', () => {
    expect(deviceGuess('Mozilla/5.0 (Linux; Android 14; SM-A146) Chrome/140 Mobile Safari')).toBe('HP Android');
    expect(deviceGuess('Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/140 Safari')).toBe('Tablet');
    expect(deviceGuess('Mozilla/5.0 (Windows NT 10.0) Chrome/140')).toBe('Laptop');
    expect(deviceGuess('something else')).toBe('');
  });
});
