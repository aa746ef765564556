using Newsletter.Subscribers;
using Newsletter.Subscribers.SignUps;
using Newsletter.Tests.Subscribers.SignUps;

namespace Newsletter.Tests.Subscribers;

/// <summary>The links to confirm that sign-ups had mailed in one life, all of them: readers keep their mail.</summary>
internal sealed class MailedLinks(SignUpBench bench, ConsentModel model)
{
    private readonly List<(int Person, int Publication, long Request)> links = [];

    /// <summary>How often a button that was pressed did subscribe.</summary>
    public int Confirmed { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>By the form, which answers everybody alike; whether a mail goes is for the program to say.</summary>
    public async Task SignUpAsync(int person, int publication, string address, string slug)
    {
        var last = (await bench.RequestsAsync()).LastOrDefault()?.Id ?? 0;
        Assert.Equal(SignUpAnswer.CheckYourMail, await bench.AskAsync(address, slug: slug));
        model.SignUp(person, publication);
        foreach (var mailed in await bench.RequestsAsync())
        {
            if (mailed.Kind is not ReaderRequestKind.Confirm || mailed.Id <= last)
                continue;
            Assert.True(model.MayAsk(person));
            links.Add((person, publication, mailed.Id));
            model.Mail(mailed.Id, person, publication);
        }
    }

    /// <param name="back">Which of the links of this person and publication, counted from the last.</param>
    public async Task PressAsync(int person, int publication, int back)
    {
        var own = links.FindAll(link => link.Person == person && link.Publication == publication);
        if (own.Count == 0)
            return;
        var id = own[^(1 + (back % own.Count))].Request;
        var found = await bench.Confirming.ConfirmAsync(await bench.TokenAsync(id), bench.Origin, Cancel);
        Assert.NotEqual(ConfirmationState.Broken, found.State);
        if (model.Confirm(id))
            Confirmed++;
    }
}
