/** The part of the Web Speech API (WICG speech-api) that is used here. */
type Recognition = EventTarget & {
  lang: string;
  interimResults: boolean;
  start(): void;
  abort(): void;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
};
type Speaking = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };

export type ListeningState = 'idle' | 'listening' | 'refused';

/** Listens once at a time; the text grows while one speaks. Never starts by itself. */
export function createListening({
  onText,
  onState,
}: {
  onText: (text: string) => void;
  onState: (state: ListeningState) => void;
}): { start(language: string): void; stop(): void } {
  let running: Recognition | null = null;
  return {
    start(language) {
      const Recogniser = (window as Speaking).SpeechRecognition ?? (window as Speaking).webkitSpeechRecognition;
      if (running || !Recogniser) return;
      const recognition = new Recogniser();
      running = recognition;
      recognition.lang = language;
      recognition.interimResults = true;
      let end: ListeningState = 'idle';
      recognition.onresult = ({ results }) =>
        onText(Array.from(results, (result) => result[0]?.transcript ?? '').join(''));
      recognition.onerror = ({ error }) => {
        if (error !== 'aborted' && error !== 'no-speech') end = 'refused';
      };
      recognition.onend = () => {
        running = null;
        onState(end);
      };
      recognition.start();
      onState('listening');
    },
    stop() {
      running?.abort();
    },
  };
}
