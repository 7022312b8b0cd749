using System.Diagnostics;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Keeping.Records;
using AgentHelpdesk.TeamsBot.Tests.Conversations;

namespace AgentHelpdesk.TeamsBot.Tests.Keeping;

public sealed class TurnRecordsTests : IDisposable
{
    private const string Storm = "Quel est le montant de l'indemnité de tempête ?";

    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly ConversationHouse _house = new(new() { RecordDays = 10, MostRecords = 3 });

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_record_says_what_was_asked_found_written_and_checked()
    {
        var turn = await _house.AskAsync(1, Storm);

        var record = await RecordOfAsync(turn.Turn);

        record.Day.ShouldBe(Today);
        record.Question.ShouldBe(Storm);
        record.AsOf.ShouldBe([Today, Today]);
        record.NamesDate.ShouldBeFalse();
        record.Audiences.ShouldBe([Audience.Everyone]);
        record.Publication.ShouldBe(1);
        record.Status.ShouldBe("grounded");
        record.Writer.ShouldBe(WriterKind.Extractive);
        record.Evidence.ShouldBeGreaterThan(0);
        record.DenseLeg.ShouldBe(turn.Answer.DenseLeg);
        record.Passages.Length.ShouldBe(turn.Answer.Passages.Length);
        var (passage, found) = (record.Passages[0], turn.Answer.Passages[0]);
        passage.Revision.ShouldBe(found.Chunk.Chunk.Locator.Revision.Value);
        passage.Words[0][0].ShouldBe(found.Chunk.Chunk.Locator.FirstPage);
        passage.Score.ShouldBe(found.Score, 0.001);
        passage.Sparse.ShouldBe(found.SparseScore);
        record.Checks.ShouldContain(check => check.Flaw == null && check.Text.Contains("45 euros", StringComparison.Ordinal) && check.Quotes[0].Text.Length > 0);
        record.Citations[0].Quote.ShouldContain("45 euros");
        record.FirstLine.ShouldContain("45 euros");
    }

    [Fact]
    public async Task A_follow_up_is_recorded_as_asked_and_as_rewritten()
    {
        await _house.AskAsync(1, Storm);
        var turn = await _house.AskAsync(1, "et pour les indépendants ?");

        var record = await RecordOfAsync(turn.Turn);

        record.Question.ShouldBe("et pour les indépendants ?");
        record.UnderstoodAs.ShouldNotBeNull().ShouldContain("tempête");
    }

    [Fact]
    public async Task An_abstention_is_recorded_with_its_reason()
    {
        var turn = await _house.AskAsync(1, "Quel est le forfait de gargouille ?");

        var record = await RecordOfAsync(turn.Turn);

        record.Status.ShouldBe("abstention");
        AnswerJson.Kebab(record.Reason.ShouldNotBeNull()).ShouldBe("nothing-found");
        record.Claims.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_model_was_asked_and_said_comes_back_as_it_was_kept()
    {
        var record = TurnRecordBuilder.Build(WrittenByModel(), TurnId.New(), "fr");

        var read = TurnRecordJson.Read(TurnRecordJson.Of(record)).ShouldNotBeNull();

        read.Calls.ShouldBe(record.Calls);
        read.Calls[0].Cost.ShouldBe(0.0125m);
        read.Calls[0].Milliseconds.ShouldBe(1800);
        read.Checks.Select(check => (check.Draft, check.Flaw, check.Detail)).ShouldBe([(1, ClaimFlaw.UnsupportedFact, "46 €"), (2, null, "")]);
        read.Conflicts.ShouldBe(record.Conflicts);
        TurnRecordJson.Of(read).ShouldBe(TurnRecordJson.Of(record));
        TurnRecordJson.Read(TurnRecordJson.Of(record with { Version = 2 })).ShouldBeNull("a newer program's");
    }

    [Fact]
    public async Task Records_expire_and_are_no_more_than_the_options_say_those_of_the_oldest_day_going_first()
    {
        for (var day = 0; day < 5; day++)
        {
            await _house.AskAsync(1, $"{Storm} ({day})");
            _house.Time.Advance(TimeSpan.FromDays(1));
        }

        _house.Records.RemoveExpired(Today.AddDays(5));
        _house.RecordList.Read(null).Select(turn => turn.Question).ShouldBe([$"{Storm} (4)", $"{Storm} (3)", $"{Storm} (2)"]);
        _house.RecordList.Read(Today.AddDays(4)).Length.ShouldBe(1);

        _house.Records.RemoveExpired(Today.AddDays(13));
        _house.RecordList.Read(null).Select(turn => turn.Question).ShouldBe([$"{Storm} (4)"]);
        _house.Records.RemoveExpired(Today.AddDays(14));
        _house.RecordList.Read(null).ShouldBeEmpty();
        _house.Kept.RemoveExpired();
        _house.Bytes().ShouldNotContain("tempête (4)");
    }

    [Fact]
    public async Task Without_days_nothing_is_recorded()
    {
        using var house = new ConversationHouse(new() { RecordDays = 0 });
        await house.AskAsync(1, Storm);
        await house.RecordedAsync();

        house.RecordList.Read(null).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_purged_document_said_is_erased_from_records_and_the_rest_stays()
    {
        var storm = await _house.AskAsync(1, Storm);
        var shore = await _house.AskAsync(2, "À quel âge la pension de rivage est-elle versée ?");
        var revision = storm.Answer.Passages[0].Chunk.Revision.Id;
        var before = await RecordOfAsync(storm.Turn);
        await _house.RecordedWords.ErasePurgedAsync(TestContext.Current.CancellationToken);
        (await RecordOfAsync(storm.Turn)).WordsErased.ShouldBeFalse();

        _house.Knowledge.Purge(revision);
        await _house.RecordedWords.ErasePurgedAsync(TestContext.Current.CancellationToken);

        var record = await RecordOfAsync(storm.Turn);
        record.WordsErased.ShouldBeTrue();
        TurnRecordJson.Of(record).ShouldNotContain("45 euros");
        record.Question.ShouldBe(Storm);
        record.Passages.Select(passage => passage.Score).ShouldBe(before.Passages.Select(passage => passage.Score));
        record.Checks.Length.ShouldBe(before.Checks.Length);
        (await RecordOfAsync(shore.Turn)).FirstLine.ShouldContain("62 ans");
        await _house.Conversation.ForgetAsync(ConversationHouse.Id(1), TestContext.Current.CancellationToken);
        _house.Bytes().ShouldNotContain("45 euros");
    }

    [Fact]
    public void A_model_may_have_said_words_of_any_passage_it_was_shown()
    {
        var answer = WrittenByModel() with { Passages = [SomeAnswers.Passage(), .. WrittenByModel().Passages] };

        TurnRecordBuilder.Sources(TurnRecordBuilder.Build(answer, TurnId.New(), "fr")).ShouldContain(SomeAnswers.Revision().Id.Value);
    }

    [Fact]
    public async Task Nothing_leads_from_a_record_to_a_conversation_once_its_turns_are_gone_and_the_order_of_rows_says_nothing()
    {
        List<string> asked = [];
        for (var number = 0; number < 12; number++)
            asked.Add((await _house.AskAsync(7, $"{Storm} ({number})")).Turn.Value);
        await _house.RecordedAsync();
        _house.Bytes().ShouldContain(ConversationHouse.Id(7).Value);

        _house.Time.Advance(TimeSpan.FromHours(13));
        _house.Kept.RemoveExpired();

        var bytes = _house.Bytes();
        bytes.ShouldContain(asked[^1]);
        bytes.ShouldNotContain(ConversationHouse.Id(7).Value);
        bytes.ShouldNotContain(_house.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)[..6]);
        _house.RecordList.Read(null).Select(turn => turn.Id).ShouldNotBe(asked.AsEnumerable().Reverse());
        _house.RecordList.Read(null).Select(turn => turn.Id).ShouldBe(asked.Order(StringComparer.Ordinal), ignoreOrder: false);
    }

    [Fact]
    public async Task What_is_erased_on_demand_is_erased_from_records_while_the_turn_is_known_to_be_the_conversation_s()
    {
        var mine = await _house.AskAsync(1, Storm);
        var other = await _house.AskAsync(2, Storm);
        await _house.RecordedAsync();

        _house.Write(statements => TurnRecords.Erase(statements, ConversationHouse.Id(1)));

        _house.RecordList.Find(mine.Turn.Value).ShouldBeEmpty();
        _house.RecordList.Find(other.Turn.Value[..8]).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_record_that_can_t_be_written_takes_no_answer_away_and_the_next_one_is_written()
    {
        await _house.AskAsync(1, Storm);
        await _house.RecordedAsync();
        _house.Execute("CREATE TRIGGER no_room BEFORE INSERT ON turn_record BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        (await _house.AskAsync(1, $"{Storm} (2)")).View.ShouldBeOfType<AnswerView.Grounded>();
        await _house.RecordedAsync();
        (await _house.QuestionsAsync(1)).Count.ShouldBe(2, "the turn is kept all the same");
        _house.Execute("DROP TRIGGER no_room");

        await _house.AskAsync(1, $"{Storm} (3)");
        await _house.RecordedAsync();

        _house.RecordList.Read(null).Select(turn => turn.Question).ShouldBe([Storm, $"{Storm} (3)"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_turn_waits_for_its_record_less_than_a_millisecond_also_while_the_file_is_held()
    {
        var answered = await _house.AskAsync(1, Storm);
        await _house.RecordedAsync();
        using (_house.HoldFile())
        {
            List<Task> keeping = [];
            var start = Stopwatch.GetTimestamp();
            for (var number = 0; number < 200; number++)
                keeping.Add(_house.Records.KeepAsync(answered with { Turn = TurnId.New() }));
            Stopwatch.GetElapsedTime(start).TotalMilliseconds.ShouldBeLessThan(200);
        }
    }

    [Fact]
    public async Task A_file_of_version_2_gets_the_new_tables_and_keeps_what_it_holds()
    {
        await _house.AskAsync(1, Storm);
        await _house.Conversation.ReportAsync(ConversationHouse.Id(1), (await _house.AskAsync(1, "Quel est le forfait de gargouille ?")).Turn, TestContext.Current.CancellationToken);
        _house.Restart();
        _house.Execute("DROP TABLE record_source; DROP TABLE turn_record; DROP TABLE model_use; DROP TABLE model_failure; DROP TABLE model_switch; PRAGMA user_version = 2");

        var turn = await _house.AskAsync(1, $"{Storm} (2)");

        (await _house.QuestionsAsync(1)).Count.ShouldBe(3);
        _house.Reports.Read(null).Length.ShouldBe(1);
        (await RecordOfAsync(turn.Turn)).Question.ShouldBe($"{Storm} (2)");
    }

    private static Answer.Grounded WrittenByModel()
    {
        var draft = new DraftClaim { Kind = ClaimKind.Rule, Text = "46 euros", Quotes = [new(1, "Le montant")] };
        return SomeAnswers.Grounded([SomeAnswers.Claim()]) with
        {
            Conflicts = [new(ConflictKind.OtherFigures, 1, 1)],
            Writing = new()
            {
                Writer = WriterKind.Model,
                Calls =
                [
                    new()
                    {
                        Purpose = ModelCallPurpose.Answer, Prompt = "answer-1", Model = "un-modèle", InputTokens = 1200, OutputTokens = 80, Cost = 0.0125m,
                        FirstWords = TimeSpan.FromMilliseconds(350), Elapsed = TimeSpan.FromMilliseconds(1800), Said = "{\"claims\":[]}",
                    },
                ],
                Checks = [new(draft, ClaimFlaw.UnsupportedFact, "46 €", 1) { Writer = WriterKind.Model }, new(draft with { Text = "45 euros" }, null, "", 2) { Writer = WriterKind.Model }],
            },
        };
    }

    private async Task<TurnRecord> RecordOfAsync(TurnId turn)
    {
        await _house.RecordedAsync();
        return TurnRecordJson.Read(_house.RecordList.Find(turn.Value).ShouldHaveSingleItem()).ShouldNotBeNull();
    }
}
