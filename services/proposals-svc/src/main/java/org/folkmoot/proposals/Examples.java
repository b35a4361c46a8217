// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the description of the API shows: real acts, whose signatures verify, about one proposal. */
public final class Examples {
    /** Ann drafts the purchase of two oars. */
    public static final String DRAFT = """
            {"payload": "\
            eyJhY3RvciI6ImNiNzk1OGZiNGEwNmQ4M2EzMWEwMTEzNmY4MDVlNmVjNThiMjdmOWFlMjJhNDQ0NDZlNmVkYWQzYzZlY2Rk\
            N2EiLCJib2R5Ijp7ImFjdGlvbnMiOlt7ImFtb3VudCI6IjE4MC4wMCIsImFzc2V0IjoiRVVSIiwiZnJvbSI6InRyZWFzdXJ5\
            IiwidG8iOiJib2F0cyIsInR5cGUiOiJ0cmVhc3VyeS50cmFuc2ZlciJ9XSwidGV4dCI6IlRoZSBvbGQgb25lcyBhcmUgY3Jh\
            Y2tlZC4iLCJ0aXRsZSI6IkJ1eSB0d28gb2FycyJ9LCJjb21tdW5pdHkiOiIyYTU5NDMwYzM3NzVkMmYyOGEyNGEwODQ0OTgw\
            YmU3NzBhNjQzZTAwYzRhNzk1ZGM3YjYwODcwMDVkNWZjOTdhIiwia2V5IjoiZGlkOmtleTp6Nk1raUhtOThKeWN4YmViNTND\
            UHRNUnk1ejRxRzdMRnhkb1JqZjRZZ1VWUzJoTEIiLCJub3RBZnRlciI6MTc5NTI1NTIwMCwic2VxIjoxLCJzdWJqZWN0Ijoi\
            MmE1OTQzMGMzNzc1ZDJmMjhhMjRhMDg0NDk4MGJlNzcwYTY0M2UwMGM0YTc5NWRjN2I2MDg3MDA1ZDVmYzk3YSIsInR5cGUi\
            OiJwcm9wb3NhbC5kcmFmdC8xIiwidiI6MX0=",
             "proof": {"signature": "\
            Fhjwfq3agDHQs8jjZvuGsDQY3EScKnM6DpbhedbQas98tv0YWJyIcW9QSzgq4NBJX6pgeXPOMjRyDEePWy+tBw==",
             "suite": "ed25519"}}""";

    /** She submits it. */
    public static final String SUBMISSION = """
            {"payload": "\
            eyJhY3RvciI6ImNiNzk1OGZiNGEwNmQ4M2EzMWEwMTEzNmY4MDVlNmVjNThiMjdmOWFlMjJhNDQ0NDZlNmVkYWQzYzZlY2Rk\
            N2EiLCJib2R5Ijp7ImFmdGVyIjoyfSwiY29tbXVuaXR5IjoiMmE1OTQzMGMzNzc1ZDJmMjhhMjRhMDg0NDk4MGJlNzcwYTY0\
            M2UwMGM0YTc5NWRjN2I2MDg3MDA1ZDVmYzk3YSIsImtleSI6ImRpZDprZXk6ejZNa2lIbTk4SnljeGJlYjUzQ1B0TVJ5NXo0\
            cUc3TEZ4ZG9SamY0WWdVVlMyaExCIiwibm90QWZ0ZXIiOjE3OTUyNTUyMDAsInNlcSI6Miwic3ViamVjdCI6ImZmM2JkZmQx\
            MjQzZjJiOTJiN2Q4YjJiZGYyNjIzZTU4ZjZhOGJkMmM1OTdiOTQ2MmE5NTEzMGJlODY2ZDY1ZjciLCJ0eXBlIjoicHJvcG9z\
            YWwuc3VibWl0LzEiLCJ2IjoxfQ==",
             "proof": {"signature": "\
            a4k814l2pwUic/lJpCk0ZOsHuWxcOvYbzbJdaVsb2oTH/nY6+S7fFv/hf6e+xzL7xtLs3DIxIJfKbUqTxsuPAw==",
             "suite": "ed25519"}}""";

    /** Ben stands behind it. */
    public static final String SPONSORSHIP = """
            {"payload": "\
            eyJhY3RvciI6ImQ3ZDRlNmI5YTUyNDIyZjliYjdkNzZlOTJmYzc2ZmRiM2Y3ZDQ0MjJiNjg1OGZiZmY3NGRlOTYwNjQxMDNk\
            N2UiLCJib2R5Ijp7fSwiY29tbXVuaXR5IjoiMmE1OTQzMGMzNzc1ZDJmMjhhMjRhMDg0NDk4MGJlNzcwYTY0M2UwMGM0YTc5\
            NWRjN2I2MDg3MDA1ZDVmYzk3YSIsImtleSI6ImRpZDprZXk6ejZNa2hCMzVkZGN1SHhGek5BeUY5MkxFa1dKeFdnSnRIUGlr\
            V2JpbUtDOUs2d0tjIiwibm90QWZ0ZXIiOjE3OTUyNTUyMDAsInNlcSI6MSwic3ViamVjdCI6ImZmM2JkZmQxMjQzZjJiOTJi\
            N2Q4YjJiZGYyNjIzZTU4ZjZhOGJkMmM1OTdiOTQ2MmE5NTEzMGJlODY2ZDY1ZjciLCJ0eXBlIjoicHJvcG9zYWwuc3BvbnNv\
            ci8xIiwidiI6MX0=",
             "proof": {"signature": "\
            kP8gY2yuBAJnROF62/ihE3orz4W6P9jB9a77ZU9JionH3VP/ml9HYXQQE3ugSE7cPLm3KiEm5Avj37+Wp1rKDQ==",
             "suite": "ed25519"}}""";

    /** She takes it back. */
    public static final String CANCELLATION = """
            {"payload": "\
            eyJhY3RvciI6ImNiNzk1OGZiNGEwNmQ4M2EzMWEwMTEzNmY4MDVlNmVjNThiMjdmOWFlMjJhNDQ0NDZlNmVkYWQzYzZlY2Rk\
            N2EiLCJib2R5Ijp7InJlYXNvbiI6IldlIGZvdW5kIGEgcGFpci4ifSwiY29tbXVuaXR5IjoiMmE1OTQzMGMzNzc1ZDJmMjhh\
            MjRhMDg0NDk4MGJlNzcwYTY0M2UwMGM0YTc5NWRjN2I2MDg3MDA1ZDVmYzk3YSIsImtleSI6ImRpZDprZXk6ejZNa2lIbTk4\
            SnljeGJlYjUzQ1B0TVJ5NXo0cUc3TEZ4ZG9SamY0WWdVVlMyaExCIiwibm90QWZ0ZXIiOjE3OTUyNTUyMDAsInNlcSI6Mywi\
            c3ViamVjdCI6ImZmM2JkZmQxMjQzZjJiOTJiN2Q4YjJiZGYyNjIzZTU4ZjZhOGJkMmM1OTdiOTQ2MmE5NTEzMGJlODY2ZDY1\
            ZjciLCJ0eXBlIjoicHJvcG9zYWwuY2FuY2VsLzEiLCJ2IjoxfQ==",
             "proof": {"signature": "\
            npJMKzmcYN8FCHlb3PBsoL+xS5Okm87alRwlgCZ65d5WaSM9qnuIt8/NCsWcertiQKplNfSe3U0wu3P5jjV2BQ==",
             "suite": "ed25519"}}""";

    /** Cat has the failed payment tried again. */
    public static final String RETRY = """
            {"payload": "\
            eyJhY3RvciI6IjkxODA0MWE3YTMxYzVlYTk1ZDhhMjVjYTMxYzM2ZmY3ZDc1MDk3MmY4N2Y5ZjM2OTMxOTFhYWJmOWVjOGI2\
            OWIiLCJib2R5Ijp7fSwiY29tbXVuaXR5IjoiMmE1OTQzMGMzNzc1ZDJmMjhhMjRhMDg0NDk4MGJlNzcwYTY0M2UwMGM0YTc5\
            NWRjN2I2MDg3MDA1ZDVmYzk3YSIsImtleSI6ImRpZDprZXk6ejZNa2dFS211UkZVVnhEMTRZdWZrUGNmRFlDeHdLUnl4TkdF\
            M2hiNlNQMnlhQk5jIiwibm90QWZ0ZXIiOjE3OTUyNTUyMDAsInNlcSI6MSwic3ViamVjdCI6ImZmM2JkZmQxMjQzZjJiOTJi\
            N2Q4YjJiZGYyNjIzZTU4ZjZhOGJkMmM1OTdiOTQ2MmE5NTEzMGJlODY2ZDY1ZjciLCJ0eXBlIjoicHJvcG9zYWwucmV0cnkv\
            MSIsInYiOjF9",
             "proof": {"signature": "\
            g92fw69uPsEPdfIF+COHbsZGVBFz5yGvOLEzuU/lDpx6bBvgq+2cJbedwTy5nLvSXWwE82HGqGMxBeDAm4esAw==",
             "suite": "ed25519"}}""";

    /** What a draft comes to. */
    public static final String DRAFTED = """
            {"proposal": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7",
             "state": "draft",
             "policy": "small-spend",
             "draftedAt": "2026-11-20T10:00:00.000Z"}""";

    /** What a submission comes to. */
    public static final String SUBMITTED = """
            {"proposal": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7",
             "state": "submitted",
             "poll": "918041a7a31c5ea95d8a25ca31c36ff7d750972f87f9f3693191aabf9ec8b69b",
             "opensAt": "2026-11-21T10:05:00.000Z",
             "closesAt": "2026-11-24T10:05:00.000Z"}""";

    /** What a name under a proposal comes to. */
    public static final String SPONSORED = """
            {"proposal": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7",
             "state": "sponsoring",
             "needed": 2,
             "missing": 1}""";

    /** What a cancellation comes to. */
    public static final String CANCELLED = """
            {"proposal": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7",
             "state": "cancelled",
             "endedAt": "2026-11-20T12:00:00.000Z"}""";

    /** What a retry comes to. */
    public static final String RETRIED = """
            {"proposal": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7",
             "state": "enacting",
             "action": 0,
             "attempt": 2,
             "orderedAt": "2026-11-26T09:00:00.000Z"}""";

    /** A page of proposals. */
    public static final String PAGE = """
            {"items": [
              {"proposal": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7",
               "community": "2a59430c3775d2f28a24a0844980be770a643e00c4a795dc7b6087005d5fc97a",
               "author": "cb7958fb4a06d83a31a01136f805e6ec58b27f9ae22a44446e6edad3c6ecdd7a",
               "state": "draft",
               "title": "Buy two oars",
               "draftedAt": "2026-11-20T10:00:00.000Z"}],
             "next": "NDI"}""";

    /** A proposal that was just drafted. */
    public static final String PROPOSAL = """
            {"proposal": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7",
             "community": "2a59430c3775d2f28a24a0844980be770a643e00c4a795dc7b6087005d5fc97a",
             "author": "cb7958fb4a06d83a31a01136f805e6ec58b27f9ae22a44446e6edad3c6ecdd7a",
             "state": "draft",
             "title": "Buy two oars",
             "text": "The old ones are cracked.",
             "options": [],
             "actions": [
              {"type": "treasury.transfer", "from": "treasury", "to": "boats", "asset": "EUR", "amount": "180.00"}],
             "changes": [],
             "draftedAt": "2026-11-20T10:00:00.000Z",
             "timeline": [
              {"state": "draft",
               "at": "2026-11-20T10:00:00.000Z",
               "cause": {"kind": "act", "about": "ff3bdfd1243f2b92b7d8b2bdf2623e58f6a8bd2c597b9462a95130be866d65f7"},
               "note": ""}]}""";

    /** The form of a signed act; its bytes are read by the kernel, so this only describes them. */
    @Schema(
            name = "Envelope",
            description = "A signed act.",
            requiredProperties = {"payload", "proof"})
    public record Act(
            @Schema(description = "The base64 of the act's canonical JSON")
            String payload,

            Proof proof) {}

    /** What proves an act. */
    @Schema(
            name = "Proof",
            requiredProperties = {"signature", "suite"})
    public record Proof(
            @Schema(description = "The base64 of the signature's 64 bytes")
            String signature,

            @Schema(examples = "ed25519") String suite) {}

    private Examples() {}
}
