namespace Newsletter.Tests.Subscribers;

/// <summary>What happens to the people of a <see cref="ConsentWorld"/>.</summary>
internal enum LifeAct
{
    StaffAdd,
    StaffAddAgreed,
    SignUp,

    /// <summary>Presses the button behind a link to confirm, of now or of before.</summary>
    Confirm,
    Leave,
    LeaveAll,
    Undo,
    UndoAll,
    ImportSubscribed,
    ImportUnsubscribed,
    ImportCleaned,
    SuppressAddress,
    SuppressDomain,
    Bounce,
    Lift,
    Erase,
    Pause,
    WaitAMonth,
}
