// Drafts that the tests write: one with everything that a draft can hold, and one that means harm.

export const everything = `---
kind: personal-statement
---

# Why I *want* this

I have **always** been passionate about helping people, and Interventional radiology is a fascinating field that combines
the best of medicine and surgery.

## What happened

In June 2022 I failed Step 1 by only four points, because our school had told us nothing about the standard. I was
devastated, but what does not kill you makes you stronger, and I came out of it a different person. See [my
work](https://example.org/a/very/long/address/that/would/never/fit/into/a/narrow/window/of/a/telephone/at/all).

<!-- a note to myself -->

> The dean wrote that nobody could have known.

- I scrubbed for TIPS and for TACE with XXX.
  - I wrote “quoted” words — with a dash …
- I followed my patients.

1. First
2. Second with \`code\` in it

***

\`\`\`
not read at all
\`\`\`

<!-- essaylint-ignore no-such-lint: this one is unknown -->
I hope to practise where I trained. 😀 I failed again, and the failure was not my fault, because the exam was unfair.
`;

const steering = "\u202e\u2066\u0000\u0007\u001b[31m\u2028\u009b";

export const hostile = `---
kind: personal-statement
---

# <script>alert(1)</script> "title" ${steering}

I failed Step 1 <script>alert("two")</script> because our school told us nothing <img src=x onerror=alert(3)>.
"Quotes" & 'more' &lt;script&gt;alert(4)&lt;/script&gt; ${steering} XXX</mark></span></p><svg onload=alert(5)>.
I was utterly devastated <a href="javascript:alert(6)">by it</a> [link](javascript:alert(7)) <style>* { display: none }</style>.

<script>
alert(8)
</script>

<!-- --><script>alert(9)</script><!-- essaylint-ignore "><script>alert(10)</script>: x -->

\`\`\`html
</pre><script>alert(11)</script>
\`\`\`

- XXX"onmouseover="alert(12)" ' <b>bold</b> ${steering}

> ]]> --> </style></script><script>alert(13)</script>
`;
